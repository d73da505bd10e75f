package org.cmm.core.alert;

import java.time.Duration;

/**
 * When a machine that says nothing is trouble. It must allow for the pause of 30 s that agents usually make on purpose;
 * longer ones are added, see {@link Contact}.
 *
 * @param after silence of this length is an alert
 */
public record SilenceRule(Duration after, Severity severity) {

    public SilenceRule {
        if (after.compareTo(Duration.ofSeconds(10)) < 0) {
            throw new IllegalArgumentException(
                    "rule 'silence': after must be at least 10s, was %ds".formatted(after.toSeconds()));
        }
    }
}
