package org.cmm.server.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What Prometheus is told about samples that were not taken. */
@Singleton
class IntakeFigures {

    private final Counter refused;
    private final Counter overloaded;

    IntakeFigures(MeterRegistry meters) {
        refused = Counter.builder("cmm.samples.refused")
                .description("Samples that will never be accepted")
                .register(meters);
        overloaded = Counter.builder("cmm.batches.put.off")
                .description("Batches that found the queue full and were asked to come again")
                .register(meters);
    }

    void refused(int samples) {
        refused.increment(samples);
    }

    void overloaded() {
        overloaded.increment();
    }
}
