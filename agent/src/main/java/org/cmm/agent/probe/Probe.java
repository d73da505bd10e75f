package org.cmm.agent.probe;

import java.util.List;
import java.util.Optional;

/** Measures the machine once a tick. Remembers one reading, because rates are differences. Not thread-safe. */
public final class Probe {
    private final Machine machine;
    private Optional<Reading> before = Optional.empty();

    public Probe(Machine machine) {
        this.machine = machine;
    }

    /**
     * Reads every device once.
     *
     * @param elapsedMillis by a clock that never goes back
     */
    public List<Measurement> measure(long elapsedMillis) {
        Reading now = Reading.of(machine, elapsedMillis);
        List<Measurement> measurements = Metrics.of(before, now);
        before = Optional.of(now);
        return measurements;
    }
}
