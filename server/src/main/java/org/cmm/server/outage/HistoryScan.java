package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Span;
import org.cmm.server.alert.Silences;
import org.cmm.server.history.SampleTimes;
import org.cmm.server.outage.OutageTable.Found;
import org.jdbi.v3.core.Jdbi;

/**
 * Searches samples for gaps that nobody noticed as a silence, because CMM was down or the samples are of the past. Such
 * outages stand as long as the gap does: samples that fill it take them away again, unless a person has spoken.
 */
@Singleton
class HistoryScan {

    private static final Duration AT_A_TIME = Duration.ofDays(7);

    /** So much before a stretch tells which pauses are usual. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private final SampleTimes measured;
    private final Outages outages;
    private final Silences silences;
    private final Jdbi jdbi;

    HistoryScan(SampleTimes measured, Outages outages, Silences silences, Jdbi jdbi) {
        this.measured = measured;
        this.outages = outages;
        this.silences = silences;
        this.jdbi = jdbi;
    }

    void search(int server, Span span, Instant now) {
        Instant from = span.from().minus(USUAL);
        while (from.isBefore(span.to())) {
            Instant to = from.plus(AT_A_TIME).isBefore(span.to()) ? from.plus(AT_A_TIME) : span.to();
            look(server, measured.around(server, from, to), now);
            from = to;
        }
    }

    private void look(int server, List<Instant> times, Instant now) {
        if (times.size() < 2) {
            return;
        }
        List<Gap> gaps = Holes.between(times, silences.shortest());
        List<StoredOutage> known = outages.during(List.of(server), new Span(times.getFirst(), times.getLast()));
        List<StoredOutage> filled = known.stream()
                .filter(outage -> outage.alert() == null && outage.correction() == null)
                .filter(outage -> !outage.gap().isOpen() && !gaps.contains(outage.gap()))
                .filter(outage -> lies(outage, times))
                .toList();
        List<Gap> unknown = gaps.stream()
                .filter(gap -> known.stream().noneMatch(outage -> !filled.contains(outage) && meets(outage, gap, now)))
                .toList();
        if (filled.isEmpty() && unknown.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            filled.forEach(outage -> OutageTable.delete(handle, outage.id()));
            unknown.forEach(gap -> OutageTable.insert(handle, new Found(server, gap, null), now));
        });
    }

    private static boolean lies(StoredOutage outage, List<Instant> times) {
        Optional<Instant> until = outage.gap().until();
        return !outage.gap().from().isBefore(times.getFirst())
                && until.isPresent()
                && !until.get().isAfter(times.getLast());
    }

    private static boolean meets(StoredOutage outage, Gap gap, Instant now) {
        return outage.gap().span(now).overlaps(gap.span(now));
    }
}
