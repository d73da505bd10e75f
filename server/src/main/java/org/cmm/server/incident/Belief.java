package org.cmm.server.incident;

import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Confidence;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.platform.Spelling;

/**
 * What a silence was probably lost to, as a line of a timeline keeps it: {@code power:likely}, and after an arrow what
 * was believed before, such as {@code link:certain>power:likely}.
 */
record Belief(SiteVerdict now, Optional<SiteVerdict> before) {

    static Belief read(String text) {
        String[] parts = text.split(">", 2);
        return new Belief(verdict(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(verdict(parts[1])));
    }

    String text() {
        return word(now) + before.map(earlier -> ">" + word(earlier)).orElse("");
    }

    private static String word(SiteVerdict verdict) {
        return Spelling.of(verdict.cause()) + ":" + Spelling.of(verdict.confidence());
    }

    /** What a newer CMM wrote in words of its own is unknown to this one. */
    private static SiteVerdict verdict(String word) {
        String[] parts = word.split(":", 2);
        return new SiteVerdict(
                Spelling.read(Cause.class, parts[0]).orElse(Cause.UNKNOWN),
                Spelling.read(Confidence.class, parts.length == 1 ? "" : parts[1])
                        .orElse(Confidence.POSSIBLE));
    }
}
