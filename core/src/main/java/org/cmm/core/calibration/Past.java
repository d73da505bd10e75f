package org.cmm.core.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.outage.Span;
import org.cmm.core.statistics.Lifetime;

/**
 * What is on record of one machine, or one site: how long it was watched, and when something was out of order.
 *
 * <p>Age counts from the end of the last failure; before the first one on record from when it was first watched, since
 * nobody knows what was before. Only operation makes older: no age passes in {@code paused}, nor in the episodes.
 *
 * @param watched from the first that is known of it to the end of what is asked for
 * @param episodes what was out of order, in any order
 * @param paused when it was not in operation
 */
public record Past(Span watched, List<Episode> episodes, List<Span> paused) {

    private static final double MILLIS = 3_600_000;

    /** Records tell seconds: what failed again in the same one lived that long. */
    private static final double LEAST = 1 / 3_600.0;

    public Past {
        episodes = Episode.merged(episodes.stream()
                .filter(episode -> watched.holds(episode.from()))
                .map(episode -> episode.seenAt(watched.to()))
                .toList());
        paused = Span.merged(paused);
    }

    /**
     * Hours in operation from one failure to the next, as far as they lie at or after {@code since}: what had gone on
     * before then was not watched (left truncation), and the last one has not ended (right censoring).
     */
    public List<Lifetime> lives(Instant since) {
        List<Lifetime> lives = new ArrayList<>();
        Instant born = watched.from();
        for (Episode episode : episodes) {
            add(lives, born, episode.from(), since, true);
            born = episode.until();
        }
        if (episodes.isEmpty() || episodes.getLast().over()) {
            add(lives, born, watched.to(), since, false);
        }
        return lives;
    }

    /** Hours that the failures lasted that began at or after {@code since}; those that last are right-censored. */
    public List<Lifetime> repairs(Instant since) {
        return episodes.stream()
                .filter(episode -> !episode.from().isBefore(since))
                .map(episode -> new Lifetime(
                        0, Math.max(LEAST, hours(Duration.between(episode.from(), episode.until()))), episode.over()))
                .toList();
    }

    private void add(List<Lifetime> lives, Instant born, Instant end, Instant since, boolean ended) {
        if (end.isBefore(since)) {
            return;
        }
        double from = since.isAfter(born) ? operated(born, since) : 0;
        double until = operated(born, end);
        if (ended || until > from) {
            lives.add(new Lifetime(from, Math.max(until, from + LEAST), ended));
        }
    }

    private double operated(Instant from, Instant to) {
        Duration whole = Duration.between(from, to);
        Span span = new Span(from, to);
        Duration off = paused.stream()
                .flatMap(pause -> pause.within(span).stream())
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
        return hours(whole.minus(off));
    }

    private static double hours(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
