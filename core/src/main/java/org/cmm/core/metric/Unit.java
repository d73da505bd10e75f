package org.cmm.core.metric;

/** The unit in which a metric's values are sent, stored and compared; people see percent, GiB and durations instead. */
public enum Unit {
    /** A share of a whole, 0 to 1. */
    RATIO("1"),
    SECONDS("s"),
    BYTES("By"),
    BYTES_PER_SECOND("By/s"),
    /** How many of something: processes, runnable threads. */
    COUNT("{count}");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The unit's code in UCUM, the Unified Code for Units of Measure that OpenTelemetry prescribes. */
    public String symbol() {
        return symbol;
    }
}
