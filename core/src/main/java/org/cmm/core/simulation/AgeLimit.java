package org.cmm.core.simulation;

/** The age at which a part is renewed by a policy. Not thread-safe. */
final class AgeLimit implements Ageing {

    private final PartLife part;
    private final double hours;
    private double due;

    AgeLimit(PartLife part, double hours) {
        this.part = part;
        this.hours = hours;
        due = hours;
    }

    void begin(double at) {
        due = part.machine().age(0, at) + hours;
    }

    @Override
    public int pace() {
        return 0;
    }

    @Override
    public double due() {
        return due;
    }

    @Override
    public void ripen(double at) {
        due = Double.POSITIVE_INFINITY;
        part.run().aged(part, at);
    }
}
