package org.cmm.core.scenario;

import java.time.Duration;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Rules;

/**
 * How machines are watched under the policies that watch them.
 *
 * @param sampling how often an agent measures
 * @param delivery how often it delivers: its heartbeat
 * @param silentAfter how long nothing is heard before a machine counts as silent
 * @param rules what makes an alert of measurements
 * @param falseAlarms alerts that nothing is behind, in the fast mode; in the full mode the load makes them
 * @param load how busy healthy machines are
 */
public record Monitoring(
        Duration sampling, Duration delivery, Duration silentAfter, Rules rules, FalseAlarms falseAlarms, Load load) {

    /** What a new institution starts with. */
    public static final Monitoring DEFAULTS = new Monitoring(
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            DefaultRules.SILENCE.after(),
            DefaultRules.all(),
            FalseAlarms.NONE,
            Load.OFFICE);

    public Monitoring {
        Check.positive("monitoring", "sampling", sampling);
        Check.positive("monitoring", "delivery", delivery);
        Check.that(
                silentAfter.compareTo(delivery) >= 0,
                "monitoring",
                "silent-after must be at least the delivery's %d s, was %d s"
                        .formatted(delivery.toSeconds(), silentAfter.toSeconds()));
    }
}
