package org.cmm.core.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When what was to happen in a drill did happen, by CMM's clock.
 *
 * @param crossed the first reading beyond the rule's threshold since the start
 * @param raised the reading that raised the alert, or the moment at which a silence became one
 * @param told when the first notice was taken by its channel, or written where none has been taken
 * @param back the first reading below the threshold that clears, since the end
 * @param cleared the reading that cleared the alert
 * @param recovered when the incident was over
 */
public record Milestones(
        Optional<Instant> started,
        Optional<Instant> crossed,
        Optional<Instant> raised,
        Optional<Instant> opened,
        Optional<Instant> told,
        Optional<Instant> ended,
        Optional<Instant> back,
        Optional<Instant> cleared,
        Optional<Instant> recovered) {

    /** What the stress took to become strong. */
    public Optional<Duration> stressToThreshold() {
        return between(started, crossed);
    }

    public Optional<Duration> endToBack() {
        return between(ended, back);
    }

    public Optional<Duration> stressToAlert() {
        return between(started, raised);
    }

    public Optional<Duration> alertToNotice() {
        return between(raised, told);
    }

    public Optional<Duration> endToClear() {
        return between(ended, cleared);
    }

    public Optional<Duration> endToRecovery() {
        return between(ended, recovered);
    }

    /** Times told by two clocks may be some moments apart the wrong way round; that is no time at all. */
    private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(begin -> to.map(end -> Duration.between(begin, end)))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
