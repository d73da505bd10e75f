package org.cmm.core.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who is told when nobody acknowledges: one step after the other, each a time after the incident began to wait.
 *
 * @param after when each step is due, in order
 */
public record Escalation(List<Duration> after) {

    public Escalation {
        after = List.copyOf(after);
        for (int step = 1; step < after.size(); step++) {
            if (after.get(step).compareTo(after.get(step - 1)) < 0) {
                throw new IllegalArgumentException("step %d comes before the one before it".formatted(step + 1));
            }
        }
    }

    /**
     * How many steps ought to have been taken: from {@code taken} to this, each is to be taken now.
     *
     * @param waitingSince since when nobody has acknowledged
     */
    public int due(Instant waitingSince, Instant now) {
        Duration waited = Duration.between(waitingSince, now);
        return (int) after.stream().filter(step -> step.compareTo(waited) <= 0).count();
    }
}
