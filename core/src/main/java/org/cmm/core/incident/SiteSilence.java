package org.cmm.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether machines of one site that fell silent together are one incident of the site or one of each machine.
 *
 * @param watched how many machines of the site are under watch
 * @param silences when those were noticed that belong to no incident yet, oldest first
 * @param joined how many silences an open incident of the site holds already
 */
public record SiteSilence(int watched, List<Instant> silences, int joined) {

    /**
     * So far apart may the silences of one cause be noticed: agents deliver every 30 s, each at a moment of its own.
     */
    public static final Duration TOGETHER = Duration.ofSeconds(35);

    private static final int SEVERAL = 3;

    /** What becomes of the oldest silence. */
    public enum Verdict {
        /** Others may follow. */
        WAIT,
        /** It is its machine's own. */
        MACHINE,
        /** It and all others that wait are the site's. */
        SITE
    }

    public SiteSilence {
        silences = List.copyOf(silences);
    }

    /** At least half of the site's machines, and at least three, or both of two, are the site. */
    public Verdict verdict(Instant now) {
        if (joined > 0 || isSite()) {
            return Verdict.SITE;
        }
        boolean alone = watched < 2;
        boolean waitedEnough = !now.isBefore(silences.getFirst().plus(TOGETHER));
        return alone || waitedEnough ? Verdict.MACHINE : Verdict.WAIT;
    }

    private boolean isSite() {
        Instant last = silences.getFirst().plus(TOGETHER);
        long together = silences.stream().filter(at -> !at.isAfter(last)).count();
        return together >= Math.min(SEVERAL, watched) && together >= 2 && 2 * together >= watched;
    }
}
