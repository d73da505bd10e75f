package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;

/** How long the rules in force on a server wait before they speak, for whoever measures whether they do. */
@Singleton
public class Guards {

    private final RuleBook book;

    Guards(RuleBook book) {
        this.book = book;
    }

    /**
     * A rule about high values of a metric, at its lowest level.
     *
     * @param raiseAt in the unit of the metric
     * @param clearBelow in the unit of the metric
     * @param raiseAfter hold before it raises
     * @param clearAfter hold before it clears
     */
    public record Guard(String rule, double raiseAt, double clearBelow, Duration raiseAfter, Duration clearAfter) {}

    /** Those on this metric; rates, habits and forecasts are none. */
    public List<Guard> of(int server, String metric) {
        return book.inForce(server).onMetrics().all().stream()
                .filter(rule -> rule.metric().equals(metric)
                        && rule.kind() instanceof Kind.Threshold(var _, Kind.Side side, var _)
                        && side == Kind.Side.HIGH)
                .map(Guards::guard)
                .toList();
    }

    /** After how long the server is called silent; nothing where no rule does so. */
    public Optional<Duration> silence(int server) {
        return book.inForce(server).onSilence().map(SilenceRule::after);
    }

    private static Guard guard(Rule rule) {
        Level lowest = rule.levels().getFirst();
        return new Guard(
                rule.id(),
                lowest.raiseAt(),
                lowest.clearBelow(),
                rule.timing().raiseAfter(),
                rule.timing().clearAfter());
    }
}
