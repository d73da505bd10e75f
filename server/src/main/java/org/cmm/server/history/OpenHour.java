package org.cmm.server.history;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;

/**
 * The hours of one server that its five minutes come to as they end in memory. An hour of which anything is on disk
 * only is never told: who finds it missing makes it from there. Not safe for several threads.
 */
final class OpenHour {

    private final List<TierRow> finished = new ArrayList<>();
    private OpenInterval open = OpenInterval.none(Tier.HOUR);
    private boolean whole;

    /**
     * Five minutes that ended, of which everything since {@code wholeFrom} was seen; the server's next sample is of
     * {@code next}.
     */
    void add(List<TierRow> ended, long wholeFrom, long next) {
        for (TierRow row : ended) {
            long start = Tier.HOUR.start(row.at());
            if (start != open.start()) {
                open = new OpenInterval(Tier.HOUR, start);
                whole = start >= wholeFrom;
            }
            if (whole) {
                open.of(row.layout()).add(new Rollup(row.at(), row.numbers()));
            }
        }
        if (whole && open.isOver(next)) {
            finished.addAll(open.rows(_ -> 0));
            whole = false;
        }
    }

    /** Something else came: neither what is open nor what waits is right any more. */
    void lose() {
        whole = false;
        finished.clear();
    }

    /** Takes out what has ended. */
    List<TierRow> take() {
        List<TierRow> taken = List.copyOf(finished);
        finished.clear();
        return taken;
    }
}
