package org.cmm.server.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.cmm.core.metric.EditDistance;

/** The word that somebody may have meant. */
final class Near {

    private static final int LONGEST = 60;

    private Near() {}

    static Optional<String> of(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return known.stream()
                .filter(other -> EditDistance.between(lower, other) <= Math.max(1, other.length() / 3))
                .min(Comparator.comparingInt(other -> EditDistance.between(lower, other)));
    }
}
