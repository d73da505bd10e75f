package org.cmm.core.simulation;

import org.cmm.core.scenario.Repair;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a part, from when it can be seen until it is mended. All that chance has to say about it is drawn when
 * it begins, whether or not a policy comes to need it: so each policy meets the same fault. Not thread-safe.
 */
final class Fault implements Ageing, Event {

    private final PartLife part;
    private final Fate fate;
    private final double beganAtAge;
    private final double failsAtAge;
    private double seenAtAge;
    private double failedAt = Double.NaN;
    private boolean known;
    private boolean over;
    private @Nullable Job job;

    /**
     * Begins.
     *
     * @param age of the machine, in hours of operation
     */
    Fault(PartLife part, Fate fate, double age) {
        this.part = part;
        this.fate = fate;
        beganAtAge = age;
        failsAtAge = age + fate.warningHours(part.kind());
        seenAtAge = Double.POSITIVE_INFINITY;
    }

    PartLife part() {
        return part;
    }

    Machine machine() {
        return part.machine();
    }

    Fate fate() {
        return fate;
    }

    /** How much of its warning is over, 0 to 1. */
    double progress(double at) {
        double length = failsAtAge - beganAtAge;
        return length == 0 ? 1 : Math.clamp((machine().age(0, at) - beganAtAge) / length, 0, 1);
    }

    /** When it became a failure. */
    double failedAt() {
        return failedAt;
    }

    boolean hasFailed() {
        return !Double.isNaN(failedAt);
    }

    boolean isOver() {
        return over;
    }

    @Nullable
    Job job() {
        return job;
    }

    void assign(Job given) {
        job = given;
    }

    /** Monitoring will see it after so many hours of operation, unless it fails first. */
    void willBeSeenAfter(double hours, double at) {
        seenAtAge = machine().age(0, at) + hours;
    }

    /** Hours of operation that are left until it fails. */
    double left(double at) {
        return failsAtAge - machine().age(0, at);
    }

    double workHours() {
        Repair repair = part.kind().repair();
        return hasFailed() ? fate.correctiveHours(repair) : fate.plannedHours(repair);
    }

    @Override
    public int pace() {
        return 0;
    }

    @Override
    public double due() {
        return hasFailed() ? Double.POSITIVE_INFINITY : Math.min(seenAtAge, failsAtAge);
    }

    @Override
    public void ripen(double at) {
        if (seenAtAge < failsAtAge) {
            seenAtAge = Double.POSITIVE_INFINITY;
            part.run().seen(this, at);
        } else {
            fail(at);
        }
    }

    void fail(double at) {
        failedAt = at;
        part.run().failed(this, at);
    }

    /** Somebody comes to know that it failed. */
    @Override
    public void happen(double at) {
        notice(at);
    }

    void notice(double at) {
        if (hasFailed() && !known && !over) {
            known = true;
            part.run().noticed(this, at);
        }
    }

    void end() {
        over = true;
    }
}
