package org.cmm.server.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Confidence;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Outage;
import org.cmm.core.outage.Part;
import org.cmm.core.outage.Span;
import org.jspecify.annotations.Nullable;

/**
 * An outage of a server as it is kept.
 *
 * @param siteOutage number of the outage of its site, when machines beside it fell silent in the same minute
 * @param alert number of the alert about its silence; null where only history tells of the gap
 * @param verdict as CMM judges
 * @param parts stretches with causes of their own; empty where the whole has one
 */
public record StoredOutage(
        long id,
        int serverId,
        Gap gap,
        @Nullable Long siteOutage,
        @Nullable Long alert,
        StoredVerdict verdict,
        List<Part> parts,
        @Nullable Correction correction) {

    public StoredOutage {
        parts = List.copyOf(parts);
    }

    /** A verdict without its parts. */
    public record StoredVerdict(Cause cause, Confidence confidence, boolean provisional, List<Fact> facts) {

        public StoredVerdict {
            facts = List.copyOf(facts);
        }
    }

    /** What counts: a person's word, or else CMM's. */
    public Cause cause() {
        return correction == null ? verdict.cause() : correction.to();
    }

    public Optional<Correction> corrected() {
        return Optional.ofNullable(correction);
    }

    /** As availability counts it. */
    Outage counted(Instant now) {
        Span whole = gap.span(now);
        boolean split = correction == null && !parts.isEmpty();
        return new Outage(gap.from(), gap.until(), cause(), split ? upTo(whole) : List.of(new Part(whole, cause())));
    }

    /** The last part of a gap that lasts has grown since it was judged. */
    private List<Part> upTo(Span whole) {
        Part last = parts.getLast();
        if (!whole.to().isAfter(last.span().to())) {
            return parts;
        }
        List<Part> grown = new java.util.ArrayList<>(parts.subList(0, parts.size() - 1));
        grown.add(new Part(new Span(last.span().from(), whole.to()), last.cause()));
        return grown;
    }
}
