package org.cmm.core.drill;

import java.time.Duration;

/**
 * How long something should take, by what is set. Readings come on a grid and batches after a pause, so it is a range.
 */
public record Expected(Duration least, Duration most) {

    /** CMM looks for silence every second and writes notices about as often; a channel takes some seconds more. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    private static final Duration CHANNEL = Duration.ofSeconds(10);

    /** A silence is told once its cause was judged, which is given so long. */
    private static final Duration VERDICT = Duration.ofSeconds(5);

    /** Between two deliveries; a silence rule counts longer ones on top. */
    private static final Duration USUAL_DELIVERY = Duration.ofSeconds(30);

    /**
     * How often a machine speaks.
     *
     * @param sampling between two readings
     * @param delivery between two batches
     */
    public record Pace(Duration sampling, Duration delivery) {}

    /**
     * From the stress to the alert of a threshold: what the stress took to become strong, and the hold, from the first
     * reading beyond the threshold to the first one at or after the hold's end.
     *
     * @param ramp until that first reading; zero while it is not known
     */
    public static Expected alert(Duration ramp, Duration hold, Pace pace) {
        Duration least = ramp.plus(hold);
        return new Expected(least, least.plus(pace.sampling().multipliedBy(2)));
    }

    /** From the last delivery before a silence to its alert. */
    public static Expected silence(Duration after, Pace pace) {
        Duration whole = after.plus(
                pace.delivery().compareTo(USUAL_DELIVERY) > 0 ? pace.delivery().minus(USUAL_DELIVERY) : Duration.ZERO);
        return new Expected(whole, whole.plus(ROUND));
    }

    /** From the reading that raised an alert to the first notice: the reading waits for its delivery. */
    public static Expected notice(Pace pace) {
        return new Expected(Duration.ZERO, pace.delivery().plus(ROUND).plus(CHANNEL));
    }

    /** The same of a silence, which waits for a verdict on its cause. */
    public static Expected noticeOfSilence() {
        return new Expected(Duration.ZERO, VERDICT.plus(ROUND).plus(CHANNEL));
    }

    /**
     * From the end of the stress to the end of the alert of a threshold. An agent undoes a drill before it says that it
     * ended, so a reading in between may speak for the end already.
     *
     * @param ramp until the first reading that does; zero while it is not known
     */
    public static Expected clear(Duration ramp, Duration hold, Pace pace) {
        Duration whole = ramp.plus(hold);
        Duration least = hold.minus(pace.sampling());
        return new Expected(
                least.isNegative() ? Duration.ZERO : least,
                whole.plus(pace.sampling().multipliedBy(2)));
    }

    /** From the end of a silence to the end of its alert: its agent delivers at once. */
    public static Expected clearOfSilence() {
        return new Expected(Duration.ZERO, ROUND.plus(CHANNEL));
    }

    public boolean holds(Duration measured) {
        return measured.compareTo(least) >= 0 && measured.compareTo(most) <= 0;
    }
}
