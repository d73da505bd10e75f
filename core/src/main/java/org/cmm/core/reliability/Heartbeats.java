package org.cmm.core.reliability;

/**
 * A machine sends a sign in a fixed period, and is taken for down when so many in a row are missing. It goes down at
 * any moment of a period alike.
 */
public record Heartbeats(double period, int misses) {

    public Heartbeats {
        Inputs.positive("heartbeats", "period", period);
        Inputs.atLeastOne("heartbeats", "misses", misses);
    }

    /** The mean time from going down to being taken for down. */
    public double meanDelay() {
        return (misses - 0.5) * period;
    }

    public double leastDelay() {
        return (misses - 1) * period;
    }

    public double mostDelay() {
        return misses * period;
    }
}
