package org.cmm.server.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Tally;
import org.cmm.server.platform.Spelling;

/** A time as a bar of {@value #WIDTH} units: what was there, then each cause, in the order of the legend. */
final class ShareBar {

    private static final int WIDTH = 1000;
    private static final int LEAST = 3;
    private static final double LEAST_SAID = 0.0001;

    /**
     * A piece of the bar.
     *
     * @param kind {@code up} or the word of a cause: its look
     * @param percent of the time, as a person reads it
     */
    record Share(String kind, String word, int from, int width, String time, String percent, String count) {

        /** For whoever rests on it. */
        public String title() {
            return word + " · " + percent + " · " + time;
        }
    }

    private ShareBar() {}

    /** What took no time is left out; what took next to none can still be seen. */
    static List<Share> of(Tally tally, OutageWords words) {
        List<Share> shares = new ArrayList<>();
        if (tally.watched().isZero()) {
            return shares;
        }
        List<Cause> causes = java.util.Arrays.stream(Cause.values())
                .filter(cause -> !tally.lostTo(cause).isZero())
                .toList();
        List<Integer> widths =
                causes.stream().map(cause -> width(tally.lostTo(cause), tally)).toList();
        int lost = widths.stream().mapToInt(Integer::intValue).sum();
        int up = Math.max(0, WIDTH - lost);
        if (!tally.up().isZero()) {
            shares.add(share("up", words.messages().up(), 0, up, tally.up(), tally, words, ""));
        }
        int from = up;
        for (int index = 0; index < causes.size(); index++) {
            Cause cause = causes.get(index);
            int count = tally.failures(cause);
            shares.add(share(
                    Spelling.of(cause),
                    words.cause(cause),
                    from,
                    widths.get(index),
                    tally.lostTo(cause),
                    tally,
                    words,
                    count == 0
                            ? ""
                            : words.messages().outagesCount(words.figures().count(count))));
            from += widths.get(index);
        }
        return shares;
    }

    private static int width(Duration lost, Tally tally) {
        long units =
                Math.round((double) WIDTH * lost.toMillis() / tally.watched().toMillis());
        return (int) Math.max(LEAST, units);
    }

    private static String percent(double ratio, OutageWords words) {
        return ratio < LEAST_SAID
                ? words.messages().lessThan(words.figures().percent(LEAST_SAID, 2))
                : words.figures().percent(ratio, ratio < 0.1 ? 2 : 1);
    }

    @SuppressWarnings("TooManyParameters") // a record's worth, used twice above
    private static Share share(
            String kind,
            String word,
            int from,
            int width,
            Duration time,
            Tally tally,
            OutageWords words,
            String count) {
        double ratio = (double) time.toMillis() / tally.watched().toMillis();
        return new Share(kind, word, from, width, words.figures().duration(time), percent(ratio, words), count);
    }
}
