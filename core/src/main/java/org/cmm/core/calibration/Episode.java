package org.cmm.core.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which something was out of order.
 *
 * @param until when it was over, or until when it is known to have lasted
 * @param over whether it was over then
 */
public record Episode(Instant from, Instant until, boolean over) {

    public Episode {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "an episode must not end before it begins: %s to %s".formatted(from, until));
        }
    }

    /** The same as an observer at this time saw it, who must have seen its beginning. */
    Episode seenAt(Instant time) {
        return until.isAfter(time) ? new Episode(from, time, false) : this;
    }

    /** In order, those that meet made one. */
    static List<Episode> merged(List<Episode> episodes) {
        List<Episode> merged = new ArrayList<>();
        for (Episode episode :
                episodes.stream().sorted(Comparator.comparing(Episode::from)).toList()) {
            Episode last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || episode.from.isAfter(last.until)) {
                merged.add(episode);
            } else if (episode.until.isAfter(last.until)) {
                merged.set(merged.size() - 1, new Episode(last.from, episode.until, episode.over));
            }
        }
        return merged;
    }
}
