package org.cmm.server.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What Prometheus is told about samples on their way to disk. */
record WriterFigures(Counter stored, Timer commits) {

    static WriterFigures in(MeterRegistry meters, Supplier<Number> queued) {
        Gauge.builder("cmm.samples.queued", queued)
                .description("Samples that wait for a commit")
                .register(meters);
        return new WriterFigures(
                Counter.builder("cmm.samples.stored")
                        .description("Samples on disk, those that were there already included")
                        .register(meters),
                Timer.builder("cmm.commit")
                        .description("How long a group of samples took to reach the disk")
                        .register(meters));
    }

    void committed(int samples, long nanos) {
        stored.increment(samples);
        commits.record(Duration.ofNanos(nanos));
    }
}
