package org.cmm.agent.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.SampleRow;

/** Rows that say their own number. */
final class Rows {
    static final Moment START = new Moment("boot", 1_795_000_000_000L, 0);
    static final Layout LAYOUT = new Layout(List.of(
            new LayoutSeries("system.cpu.utilization", new TreeMap<>(), 4),
            new LayoutSeries("system.uptime", new TreeMap<>(), 0)));

    private Rows() {}

    static SpooledRow row(int number) {
        return row(number, 1);
    }

    static SpooledRow row(int number, long epoch) {
        long at = START.wallMillis() + number * 10_000L;
        return new SpooledRow(LAYOUT, new Anchor(epoch, START), new SampleRow(at, new double[] {Double.NaN, number}));
    }

    /** A row of some two kilobytes. */
    static SpooledRow wide(int number) {
        var series = new ArrayList<LayoutSeries>();
        for (int column = 0; column < Layout.MAX_SERIES; column++) {
            series.add(new LayoutSeries("metric." + column, new TreeMap<>(), 0));
        }
        var values = new double[Layout.MAX_SERIES];
        values[1] = number;
        long at = START.wallMillis() + number * 10_000L;
        return new SpooledRow(new Layout(series), new Anchor(1, START), new SampleRow(at, values));
    }

    static int number(SpooledRow row) {
        return (int) row.row().values()[1];
    }

    static Moment after(int rows) {
        return new Moment("boot", START.wallMillis() + rows * 10_000L, rows * 10_000L);
    }
}
