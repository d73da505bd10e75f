package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried before a rule is saved.
 *
 * @param id of a rule that exists or not yet
 * @param scope for which machines, as {@code site:3}; the fleet when left out
 * @param rule as it would be saved
 * @param days how far back, at most 90; 30 when left out
 * @param marks times that should have been caught, at most 30
 */
@Schema(requiredProperties = "rule", examples = """
                {"id": "memory", "days": 30,
                 "rule": {"enabled": true, "levels": [{"severity": "warning", "raiseAt": 0.9, "clearBelow": 0.85}],
                          "raiseAfterSeconds": 300, "clearAfterSeconds": 900, "maxGapSeconds": 600},
                 "marks": [{"server": "pc-001", "from": "2026-11-28T14:00:00Z", "to": "2026-11-28T16:00:00Z"}]}""")
record ReplayRequest(
        @Nullable String id,
        @Schema(nullable = true) @Nullable String scope,
        @Nullable RuleEdit rule,
        @Schema(nullable = true) @Nullable Integer days,
        @Schema(nullable = true) @Nullable List<MarkEdit> marks) {

    private static final int USUAL_DAYS = 30;

    /** A time on a machine, of two days at most. */
    record MarkEdit(
            @Nullable String server,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** How far back, in days; a fault when that cannot be. */
    int daysBack(List<FieldFault> faults) {
        int wanted = days == null ? USUAL_DAYS : days;
        if (wanted < 1 || wanted > RuleReplay.MOST_DAYS) {
            faults.add(
                    new FieldFault("days", "'days' must be 1 to %d, was %d".formatted(RuleReplay.MOST_DAYS, wanted)));
        }
        return wanted;
    }

    /** The marks, checked; faults for those that are wrong. */
    List<Mark> marked(Servers servers, List<FieldFault> faults) {
        List<MarkEdit> given = marks == null ? List.of() : marks;
        if (given.size() > RuleReplay.MOST_MARKS) {
            faults.add(new FieldFault(
                    "marks", "'marks' must be at most %d, were %d".formatted(RuleReplay.MOST_MARKS, given.size())));
            return List.of();
        }
        List<Mark> marked = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            Optional<Mark> mark = mark(given.get(index), servers);
            if (mark.isEmpty()) {
                faults.add(new FieldFault(
                        "marks[" + index + "]",
                        "'marks[%d]' must name a server by its code, and a time of two days at most from before to after"
                                .formatted(index)));
            }
            mark.ifPresent(marked::add);
        }
        return marked;
    }

    private static Optional<Mark> mark(@Nullable MarkEdit edit, Servers servers) {
        if (edit == null || edit.server() == null || edit.from() == null || edit.to() == null) {
            return Optional.empty();
        }
        Instant from = edit.from();
        Instant to = edit.to();
        boolean possible = !to.isBefore(from)
                && from.isAfter(Instant.EPOCH)
                && to.isBefore(Instant.EPOCH.plus(Duration.ofDays(73_000)))
                && Duration.between(from, to).compareTo(RuleReplay.LONGEST_MARK) <= 0;
        Optional<Server> server = servers.byCode(edit.server());
        return possible ? server.map(known -> new Mark(known, from, to)) : Optional.empty();
    }

    /** Refuses what is wrong. */
    static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }
}
