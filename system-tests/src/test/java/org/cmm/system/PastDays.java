package org.cmm.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cmm.protocol.SampleRow;
import org.cmm.system.BacklogMachine.Piece;

/**
 * Days of the past as machines deliver them, some at a time: those of which samples are kept for 20 days, five minutes
 * for 40 and hours for 100, and older ones.
 */
final class PastDays {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int STEP_MILLIS = 60_000;
    private static final int[][] IN_ORDER = {{380, 310, 200, 120}, {95, 70, 38, 30}, {25, 18, 11, 3}};

    private final Random random;
    private final long today = Math.floorDiv(System.currentTimeMillis(), DAY) * DAY;
    private int turn;

    PastDays(Random random) {
        this.random = random;
    }

    void nextTurn() {
        turn++;
    }

    /** From long ago to lately, each turn later than the one before. */
    List<Piece> inOrder() {
        List<Piece> pieces = new ArrayList<>();
        for (int ago : IN_ORDER[turn]) {
            pieces.addAll(day(ago, false));
        }
        return pieces;
    }

    /** Days of which samples are kept come in any order and again; one that is older comes at a stretch. */
    List<Piece> mixedUp() {
        List<Piece> kept = new ArrayList<>();
        kept.addAll(day(2 + random.nextInt(8), true));
        kept.addAll(day(10 + random.nextInt(8), true));
        Collections.shuffle(kept, random);
        List<Piece> pieces = new ArrayList<>(kept.subList(0, kept.size() / 2));
        pieces.addAll(day(22 + 5 * turn, false));
        pieces.addAll(day(45 + 15 * turn, false));
        pieces.addAll(day(110 + 90 * turn, false));
        pieces.addAll(kept.subList(kept.size() / 2, kept.size()));
        return pieces;
    }

    /** A sample a minute but for those that were missed, in pieces of minutes to hours. */
    List<Piece> day(int ago, boolean mayComeAgain) {
        List<SampleRow> rows = new ArrayList<>();
        long begin = today - ago * DAY + random.nextInt(STEP_MILLIS);
        for (long at = begin; at < today - (ago - 1) * DAY; at += STEP_MILLIS) {
            if (random.nextInt(25) != 0) {
                rows.add(new SampleRow(at, BacklogMachine.values(random)));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 10 + random.nextInt(150));
            pieces.add(new Piece(rows.subList(from, to), mayComeAgain));
            from = to;
        }
        return pieces;
    }
}
