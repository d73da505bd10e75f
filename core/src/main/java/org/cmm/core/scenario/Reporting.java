package org.cmm.core.scenario;

import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;

/**
 * How users tell of a failure.
 *
 * @param delay hours from the failure to their call, in the hours in which they are there
 * @param hours when they are there
 */
public record Reporting(Law delay, WorkingHours hours) {

    /** At once, at any time. */
    public static final Reporting AT_ONCE = new Reporting(new Fixed(0), WorkingHours.ALWAYS);

    public Reporting {
        Check.that(delay.mean() < Double.POSITIVE_INFINITY, "reporting", "users must call some time");
    }
}
