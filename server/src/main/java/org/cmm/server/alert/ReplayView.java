package org.cmm.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Rule;
import org.cmm.server.alert.Replayed.Fires;
import org.cmm.server.alert.Replayed.Machine;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done, for programs.
 *
 * @param fired how many alerts there would have been
 * @param seconds how long they would have lasted together
 * @param medianSeconds how long the middle one would have lasted
 * @param perMachineWeek alerts on one machine in one week of being measured
 * @param machines those with alerts, the most often first
 * @param machinesAsked how many machines the rule is for
 * @param machinesLooked how many of them there was time for
 * @param samples how many were read
 * @param quietest the highest {@code raiseAt} of the lowest level that catches every mark, with everything else as it
 *     is; left out without marks, or when none does
 * @param proposal of the rules that catch every mark, with other levels and holds, the one with the fewest alerts; left
 *     out without marks, or when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        int fired,
        long seconds,
        long medianSeconds,
        double perMachineWeek,
        Instant from,
        Instant to,
        List<MachineView> machines,
        int machinesAsked,
        int machinesLooked,
        long samples,
        @Nullable Double quietest,
        @Nullable Proposal proposal) {

    /** @param seconds how long all its alerts would have lasted together */
    record MachineView(
            String server, String name, int times, long seconds, long medianSeconds, String worst, Instant last) {}

    /** @param fired how many alerts it would have raised */
    record Proposal(List<LevelEdit> levels, long raiseAfterSeconds, int fired) {}

    static ReplayView of(Replayed replayed) {
        Fires tried = replayed.tried();
        return new ReplayView(
                tried.times(),
                tried.length().toSeconds(),
                tried.median().toSeconds(),
                tried.weekly(replayed.reach()),
                replayed.from(),
                replayed.to(),
                tried.machines().stream().map(ReplayView::machine).toList(),
                replayed.reach().asked(),
                replayed.reach().looked(),
                replayed.reach().rows(),
                replayed.quietest().isPresent()
                        ? KindRow.turned(
                                tried.rule().kind(), replayed.quietest().getAsDouble())
                        : null,
                replayed.proposal().map(ReplayView::proposal).orElse(null));
    }

    private static MachineView machine(Machine machine) {
        return new MachineView(
                machine.server().code(),
                machine.server().name(),
                machine.times(),
                machine.length().toSeconds(),
                machine.median().toSeconds(),
                Words.word(machine.worst()),
                machine.last());
    }

    private static Proposal proposal(Fires fires) {
        Rule rule = fires.rule();
        return new Proposal(
                rule.levels().stream().map(level -> RuleView.level(rule, level)).toList(),
                rule.timing().raiseAfter().toSeconds(),
                fires.times());
    }
}
