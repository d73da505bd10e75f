package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.outage.Evidence;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Sign;
import org.cmm.core.outage.SiteSigns;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Starts;
import org.cmm.server.alert.Downtimes;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.event.StoredEvent;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;

/** Gathers what is known about a gap at this moment. */
@Singleton
class EvidenceReading {

    private static final Series UPTIME = Series.of(Metrics.UPTIME);
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(2);
    private static final Duration SIGNS_BEFORE = Duration.ofHours(24);
    private static final Duration SIGNS_AFTER = Duration.ofMinutes(30);

    /** Up to here a sample is of before the gap: clocks within this are taken at their word. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    /** Samples that are this close belong together, whatever a silence is called. */
    private static final Duration TOGETHER = Duration.ofMinutes(2);

    private final StoredSamples samples;
    private final MachineEvents events;
    private final Downtimes downtimes;

    EvidenceReading(StoredSamples samples, MachineEvents events, Downtimes downtimes) {
        this.samples = samples;
        this.events = events;
        this.downtimes = downtimes;
    }

    Evidence of(StoredOutage outage, SiteSigns site, Instant now) {
        Gap gap = outage.gap();
        Span span = gap.span(now);
        Readings readings = new Readings(gap);
        samples.eachBetween(
                outage.serverId(), span.from().minus(BEFORE), span.to().plus(AFTER), readings::take);
        return new Evidence(
                events
                        .between(
                                outage.serverId(),
                                span.from().minus(SIGNS_BEFORE),
                                span.to().plus(SIGNS_AFTER))
                        .stream()
                        .flatMap(EvidenceReading::sign)
                        .toList(),
                new Starts(readings.starts, readings.uptimeAfter),
                Holes.filled(readings.within, TOGETHER),
                site,
                downtimes.during(span),
                readings.onBattery,
                now);
    }

    /** What agents tell of drills is no sign of why a machine was silent. */
    private static Stream<Sign> sign(StoredEvent event) {
        return Arrays.stream(Sign.Kind.values())
                .filter(kind -> kind.name().equals(event.kind().name()))
                .map(kind -> new Sign(
                        kind,
                        event.at(),
                        Optional.ofNullable(event.since()),
                        event.evidence() == org.cmm.protocol.Evidence.EVENT_LOG,
                        event.detail()));
    }

    /** One pass over the samples around the gap; belongs to its caller. */
    private static final class Readings {

        private final Gap gap;
        private final List<Instant> starts = new ArrayList<>();
        private final List<Instant> within = new ArrayList<>();
        private boolean uptimeAfter;
        private boolean onBattery;

        Readings(Gap gap) {
            this.gap = gap;
        }

        void take(SampleRows rows) {
            for (int row = 0; row < rows.count(); row++) {
                Instant at = Instant.ofEpochMilli(rows.at()[row]);
                takeUptime(at, value(rows, row, UPTIME));
                if (!at.isAfter(gap.from().plus(CLOCKS))) {
                    onBattery = value(rows, row, Metrics.MAINS) == 0;
                }
                boolean inside = at.isAfter(gap.from())
                        && gap.until().map(until -> at.isBefore(until)).orElse(true);
                if (inside) {
                    within.add(at);
                }
            }
        }

        private void takeUptime(Instant at, double seconds) {
            if (Double.isNaN(seconds)) {
                return;
            }
            Instant start = at.minusMillis(Math.round(seconds * 1000));
            uptimeAfter |= at.isAfter(gap.from().plus(CLOCKS));
            boolean known = starts.stream()
                    .anyMatch(one -> Duration.between(one, start).abs().compareTo(CLOCKS) < 0);
            if (!known) {
                starts.add(start);
            }
        }

        private static double value(SampleRows rows, int row, Series series) {
            int column = rows.layout().column(series);
            return column < 0 ? Double.NaN : rows.values()[row * rows.layout().columns() + column];
        }
    }
}
