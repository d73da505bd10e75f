package org.cmm.server.notify;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The page of one's own notices.
 *
 * @param chosen whether anything was saved before; otherwise it shows a proposal
 * @param tested how each test that was just sent went
 */
record PreferenceView(
        boolean chosen,
        List<Way> ways,
        Preference wish,
        List<Site> sites,
        List<String> zones,
        FieldFaults faults,
        List<Tested> tested,
        List<LogLine> last) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * A channel that can be chosen.
     *
     * @param label of the address; empty where the channel leads to one place
     */
    record Way(
            int id, String name, String kind, boolean used, String address, String label, String note, String type) {}

    record Tested(String sentence, boolean worked) {}

    /** A severity by its word, and whether it is wished. */
    record Choice(String word, boolean chosen) {}

    public List<Choice> severities() {
        return List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO).stream()
                .map(severity ->
                        new Choice(Spelling.of(severity), wish.severities().contains(severity)))
                .toList();
    }

    public @Nullable String fault(Way way) {
        return faults.in("address-" + way.id());
    }

    public boolean isAt(Site site) {
        return wish.sites().contains(site.id());
    }

    public String quietFrom() {
        return CLOCK.format(wish.quietFrom());
    }

    public String quietUntil() {
        return CLOCK.format(wish.quietUntil());
    }

    public boolean speaks(String code) {
        return wish.language().code().equals(code);
    }
}
