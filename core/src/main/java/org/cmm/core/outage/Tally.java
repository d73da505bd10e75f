package org.cmm.core.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the time of machines was spent, and how often they failed. Tallies add up: of a period's parts to the period's,
 * of machines to their site's.
 *
 * @param watched all of the time: {@link #up()} and what was lost
 * @param lost by cause; causes that took nothing are left out
 * @param failures how many outages of each cause began
 * @param repairs how many failures ended
 * @param repairTime how long those that ended had lasted, from their own beginnings
 */
public record Tally(
        Duration watched, Map<Cause, Duration> lost, Map<Cause, Integer> failures, int repairs, Duration repairTime) {

    public static final Tally NOTHING = new Tally(Duration.ZERO, Map.of(), Map.of(), 0, Duration.ZERO);

    public Tally {
        lost = Map.copyOf(lost);
        failures = Map.copyOf(failures);
    }

    /**
     * The time of one machine.
     *
     * @param watched in which it was watched, within the period that is asked for
     * @param outages that overlap it, in any order; where some overlap each other, the first cause in the order of
     *     {@link Cause} takes the time
     * @param cmmDown when CMM was down: nobody knows what was then, whatever an outage says
     */
    public static Tally of(Span watched, List<Outage> outages, List<Span> cmmDown) {
        Map<Cause, Duration> lost = new EnumMap<>(Cause.class);
        Span.merged(watched.clip(cmmDown)).forEach(span -> lost.merge(Cause.CMM, span.length(), Duration::plus));
        for (Span heard : watched.without(cmmDown)) {
            addLost(heard, outages, lost);
        }
        Map<Cause, Integer> failures = new EnumMap<>(Cause.class);
        int repairs = 0;
        Duration repairTime = Duration.ZERO;
        for (Outage outage : outages) {
            if (watched.holds(outage.from())) {
                failures.merge(outage.cause(), 1, Integer::sum);
            }
            Optional<Instant> end = outage.until().filter(watched::holds);
            if (outage.cause().isFailure() && end.isPresent()) {
                repairs++;
                repairTime = repairTime.plus(Duration.between(outage.from(), end.get()));
            }
        }
        return new Tally(watched.length(), lost, failures, repairs, repairTime);
    }

    /** Cuts the time wherever a part begins or ends, and gives each piece to one cause. */
    private static void addLost(Span heard, List<Outage> outages, Map<Cause, Duration> lost) {
        List<Part> parts = new ArrayList<>();
        TreeSet<Instant> cuts = new TreeSet<>();
        for (Outage outage : outages) {
            for (Part part : outage.parts()) {
                part.span().within(heard).ifPresent(span -> {
                    parts.add(new Part(span, part.cause()));
                    cuts.add(span.from());
                    cuts.add(span.to());
                });
            }
        }
        Instant before = null;
        for (Instant cut : cuts) {
            if (before != null) {
                Span piece = new Span(before, cut);
                parts.stream()
                        .filter(part -> part.span().holds(piece.from()))
                        .map(Part::cause)
                        .min(Cause::compareTo)
                        .ifPresent(cause -> lost.merge(cause, piece.length(), Duration::plus));
            }
            before = cut;
        }
    }

    public Tally plus(Tally other) {
        Map<Cause, Duration> allLost = new EnumMap<>(Cause.class);
        allLost.putAll(lost);
        other.lost.forEach((cause, time) -> allLost.merge(cause, time, Duration::plus));
        Map<Cause, Integer> allFailures = new EnumMap<>(Cause.class);
        allFailures.putAll(failures);
        other.failures.forEach((cause, count) -> allFailures.merge(cause, count, Integer::sum));
        return new Tally(
                watched.plus(other.watched),
                allLost,
                allFailures,
                repairs + other.repairs,
                repairTime.plus(other.repairTime));
    }

    public Duration lostTo(Cause cause) {
        return lost.getOrDefault(cause, Duration.ZERO);
    }

    public Duration lostTo(Cause.Counts counts) {
        return lost.entrySet().stream()
                .filter(entry -> entry.getKey().counts() == counts)
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    public Duration up() {
        return watched.minus(lost.values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    public int failures(Cause cause) {
        return failures.getOrDefault(cause, 0);
    }

    /** How many outages began that nobody had wished. */
    public int allFailures() {
        return failures.entrySet().stream()
                .filter(entry -> entry.getKey().isFailure())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * The part of the time in which a machine was there, of 0 to 1: what was planned or is not known does not count.
     */
    public Optional<Double> availability() {
        Duration counted = up().plus(lostTo(Cause.Counts.DOWN));
        return counted.isZero() ? Optional.empty() : Optional.of((double) up().toMillis() / counted.toMillis());
    }

    /** Mean time between failures: how long a machine was there for each failure; nothing without a failure. */
    public Optional<Duration> betweenFailures() {
        return allFailures() == 0 ? Optional.empty() : Optional.of(up().dividedBy(allFailures()));
    }

    /** Mean time to repair: how long the failures that ended had lasted; nothing while none has. */
    public Optional<Duration> toRepair() {
        return repairs == 0 ? Optional.empty() : Optional.of(repairTime.dividedBy(repairs));
    }
}
