package org.cmm.core.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time: {@code from} belongs to it, {@code to} does not; it may be empty and never runs backwards. */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span must not end before it begins: %s to %s".formatted(from, to));
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What both have; nothing where they only touch. */
    public Optional<Span> within(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(later(from, other.from), to.isBefore(other.to) ? to : other.to))
                : Optional.empty();
    }

    /** What is left of this one without the others, in order. */
    public List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>();
        Instant at = from;
        for (Span other : merged(others)) {
            Optional<Span> taken = other.within(this);
            if (taken.isPresent()) {
                if (taken.get().from.isAfter(at)) {
                    left.add(new Span(at, taken.get().from));
                }
                at = taken.get().to;
            }
        }
        if (at.isBefore(to)) {
            left.add(new Span(at, to));
        }
        return left;
    }

    /** The parts of these within this one, in order and without overlaps. */
    public List<Span> clip(List<Span> others) {
        return merged(others).stream()
                .flatMap(other -> other.within(this).stream())
                .toList();
    }

    /** The same time in as few spans as there can be, in order. */
    public static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream()
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.from.isAfter(last.to)) {
                merged.add(span);
            } else {
                merged.set(merged.size() - 1, new Span(last.from, later(last.to, span.to)));
            }
        }
        return merged;
    }

    /** The length of all together, of spans that do not overlap. */
    static Duration total(List<Span> spans) {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
