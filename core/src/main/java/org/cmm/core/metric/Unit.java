package org.cmm.core.metric;

/** The unit in which a metric's values are sent, stored and compared; people see percent, GiB and durations instead. */
public enum Unit {
    /** A share of a whole, 0 to 1. */
    RATIO("1", 1),
    SECONDS("s", 1e10),
    BYTES("By", 1e18),
    BYTES_PER_SECOND("By/s", 1e15),
    /** How many of something: processes, runnable threads. */
    COUNT("{count}", 1e9);

    private final String symbol;
    private final double most;

    Unit(String symbol, double most) {
        this.symbol = symbol;
        this.most = most;
    }

    /** No machine has more: three centuries, an exabyte, a petabyte each second, a thousand million things. */
    public double most() {
        return most;
    }

    /** The unit's code in UCUM, the Unified Code for Units of Measure that OpenTelemetry prescribes. */
    public String symbol() {
        return symbol;
    }
}
