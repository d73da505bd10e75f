package org.cmm.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done, for programs.
 *
 * @param fired how many alerts there would have been
 * @param machines those with alerts, the most often first
 * @param machinesAsked how many machines the rule is for
 * @param machinesLooked how many of them there was time for
 * @param samples how many were read
 * @param quietest the highest {@code raiseAt} of the lowest level that catches every mark; left out without marks, or
 *     when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        int fired,
        Instant from,
        Instant to,
        List<MachineView> machines,
        int machinesAsked,
        int machinesLooked,
        long samples,
        @Nullable Double quietest) {

    /** @param seconds how long all its alerts would have lasted together */
    record MachineView(String server, String name, int times, long seconds, String worst, Instant last) {}

    static ReplayView of(RuleReplay.Result result, Rule rule) {
        return new ReplayView(
                result.fired(),
                result.from(),
                result.to(),
                result.machines().stream()
                        .map(machine -> new MachineView(
                                machine.server().code(),
                                machine.server().name(),
                                machine.times(),
                                machine.length().toSeconds(),
                                Words.word(machine.worst()),
                                machine.last()))
                        .toList(),
                result.asked(),
                result.looked(),
                result.rows(),
                result.quietest().isPresent()
                        ? KindRow.turned(rule.kind(), result.quietest().getAsDouble())
                        : null);
    }
}
