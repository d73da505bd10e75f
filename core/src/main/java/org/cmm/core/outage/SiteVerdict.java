package org.cmm.core.outage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What several machines of a site were lost to together. */
public record SiteVerdict(Cause cause, Confidence confidence) {

    /** The cause that most of them have, certain ones counting for more; power before link where they are even. */
    public static SiteVerdict of(List<SiteVerdict> machines) {
        Map<Cause, Integer> votes = new EnumMap<>(Cause.class);
        machines.forEach(one -> votes.merge(one.cause(), one.confidence().votes(), Integer::sum));
        Cause cause = votes.entrySet().stream()
                .max(Map.Entry.<Cause, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(Cause.UNKNOWN);
        Confidence confidence = machines.stream()
                .filter(one -> one.cause() == cause)
                .map(SiteVerdict::confidence)
                .max(Comparator.naturalOrder())
                .orElse(Confidence.POSSIBLE);
        return new SiteVerdict(cause, confidence);
    }
}
