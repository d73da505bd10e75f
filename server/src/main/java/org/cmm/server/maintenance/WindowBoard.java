package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.incident.HeldBack;
import org.jspecify.annotations.Nullable;

/** Puts the pages of maintenance windows together. */
@Singleton
class WindowBoard {

    private static final int MOST = 200;

    private final WindowTable table;
    private final Listing listing;
    private final HeldBack heldBack;
    private final InstantSource clock;

    WindowBoard(WindowTable table, Listing listing, HeldBack heldBack, InstantSource clock) {
        this.table = table;
        this.listing = listing;
        this.heldBack = heldBack;
        this.clock = clock;
    }

    /**
     * A window in a list.
     *
     * @param next when it begins next or until when it goes on; or that it is over
     * @param goesOn whether it holds notices back now
     */
    record Row(
            int id,
            String reason,
            String author,
            String target,
            String when,
            String next,
            boolean goesOn,
            boolean alive,
            String heldBack) {}

    record Day(String word, String name) {}

    /** @param targets what the form may name: sites by name, tags, codes */
    record Page(List<Row> alive, List<Row> past, List<Day> days, List<String> targets) {}

    record Detail(Row row, List<HeldBack.Line> lines) {}

    Page page(Language language) {
        Instant now = clock.instant();
        WindowWords words = WindowWords.of(language);
        List<Row> rows = table.list(Long.MAX_VALUE, MOST).stream()
                .map(planned -> row(planned, words, now))
                .toList();
        return new Page(
                rows.stream().filter(Row::alive).toList(),
                rows.stream().filter(row -> !row.alive()).toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(RecurrenceText.word(day), words.name(day)))
                        .toList(),
                targets());
    }

    Detail detail(PlannedWindow planned, Language language) {
        return new Detail(
                row(planned, WindowWords.of(language), clock.instant()),
                heldBack.by("window:" + planned.id(), language, planned.window().zone()));
    }

    /** People name a site, programs number it. */
    String targetOf(@Nullable String scope, @Nullable String typed) {
        String target = typed == null ? "" : typed.strip();
        if (!"site".equals(scope)) {
            return target;
        }
        return listing.sites().stream()
                .filter(site -> site.name().equalsIgnoreCase(target))
                .findFirst()
                .map(site -> Integer.toString(site.id()))
                .orElse(target);
    }

    private List<String> targets() {
        List<String> sites = listing.sites().stream().map(Site::name).toList();
        List<String> tags = listing.servers().stream()
                .flatMap(server -> server.tags().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> codes = listing.servers().stream()
                .filter(server -> server.retiredAt() == null)
                .map(Server::code)
                .sorted()
                .limit(1_000)
                .toList();
        return Stream.of(sites, tags, codes).flatMap(List::stream).distinct().toList();
    }

    private Row row(PlannedWindow planned, WindowWords words, Instant now) {
        boolean alive = planned.isAlive(now);
        Instant endedAt = planned.endedAt();
        String next = endedAt == null
                ? words.next(planned.window(), now).orElseGet(words.messages()::over)
                : words.messages()
                        .endedBy(
                                Optional.ofNullable(planned.endedBy()).orElse(""),
                                words.moment(planned.window(), endedAt, now));
        return new Row(
                planned.id(),
                planned.reason(),
                planned.author(),
                words.target(planned.target(), listing),
                words.when(planned.window()),
                next,
                alive && planned.window().covering(now).isPresent(),
                alive,
                Integer.toString(heldBack.count("window:" + planned.id())));
    }
}
