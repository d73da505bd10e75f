package org.cmm.server.notify;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;

/** A person's wishes as a form sent them: as far as they can be read, and what is wrong with the rest. */
final class PreferenceForm {

    private final Form form;
    private final PreferenceMessages words;
    private final List<FieldFault> faults = new ArrayList<>();

    PreferenceForm(Form form, PreferenceMessages words) {
        this.form = form;
        this.words = words;
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    Preference preference(List<Site> sites, Preference before) {
        Set<Severity> severities = form.all("severity").stream()
                .flatMap(word -> Spelling.read(Severity.class, word).stream())
                .collect(Collectors.toSet());
        if (severities.isEmpty()) {
            faults.add(new FieldFault("severity", words.faultSeverities()));
        }
        Set<Integer> known = sites.stream().map(Site::id).collect(Collectors.toSet());
        Set<Integer> chosen = new HashSet<>(form.numbers("site"));
        chosen.retainAll(known);
        return new Preference(
                Language.of(form.line("language")).orElse(before.language()),
                zone(before.zone()),
                severities,
                chosen,
                time("quietFrom", before.quietFrom()),
                time("quietUntil", before.quietUntil()),
                form.checked("quietDays"),
                form.checked("criticalAlways"));
    }

    private ZoneId zone(ZoneId before) {
        if (form.zone("zone").isEmpty()) {
            faults.add(new FieldFault("zone", words.faultZone()));
        }
        return form.zone("zone").orElse(before);
    }

    private LocalTime time(String field, LocalTime before) {
        if (form.time(field).isEmpty()) {
            faults.add(new FieldFault(field, words.faultTime()));
        }
        return form.time(field).orElse(before);
    }

    /** By channel, of those that are chosen. */
    Map<Integer, String> addresses(List<Channel> channels) {
        Map<Integer, String> addresses = new HashMap<>();
        for (Channel channel : channels) {
            if (!form.checked("use-" + channel.id())) {
                continue;
            }
            String address = Addresses.tidy(channel.kind().address(), form.line("address-" + channel.id()));
            Addresses.fault(channel.kind().address(), address, words)
                    .ifPresent(fault -> faults.add(new FieldFault("address-" + channel.id(), fault)));
            addresses.put(channel.id(), address);
        }
        return addresses;
    }
}
