package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.api.Test;

class OpenRollupTest {

    private static final long MINUTE = 60_000;
    /** Midnight of a day, in milliseconds since 1970. */
    private static final long ZERO = 20_000 * Tier.DAY.millis();

    private static final long LATER = ZERO + Tier.DAY.millis();
    private static final long NOTHING_ON_DISK = Long.MIN_VALUE;

    private final StoredLayout layout = Fixtures.layout(1, Series.of(Metrics.CPU_UTILIZATION));
    private final OpenRollup open = new OpenRollup(start -> 10_000);

    @Test
    void fiveMinutesSeenFromTheirBeginningAreToldOnce() {
        open.begin(NOTHING_ON_DISK);
        measured(0, 10);
        assertThat(fresh()).containsExactly(0L, 5L);
        measured(10, 15);
        assertThat(fresh()).containsExactly(10L);
    }

    @Test
    void whatComesIntoFiveMinutesThatWereToldReplacesThem() {
        open.begin(NOTHING_ON_DISK);
        measured(0, 3);
        assertThat(fresh()).containsExactly(0L);
        measured(3, 5);
        OpenRollup.Work work = open.take(1, LATER);
        assertThat(minutes(work.fresh())).isEmpty();
        assertThat(minutes(work.again())).containsExactly(0L);
        assertThat(work.again().getFirst().numbers()[0]).isEqualTo(5);
    }

    @Test
    void whatCameWhileTheDiskWasLookedAtIsReadFromThere() {
        open.begin(NOTHING_ON_DISK);
        measured(0, 18);
        open.begin(at(27));
        measured(18, 31);
        OpenRollup.Work work = open.take(1, LATER);
        assertThat(minutes(work.fresh())).isEmpty();
        assertThat(minutes(work.again())).isEmpty();
        assertThat(work.due().stream().map(OpenRollupTest::minute)).containsExactly(0L, 5L, 10L, 15L, 20L, 25L, 30L);
        measured(31, 41);
        assertThat(fresh()).as("seen entirely").containsExactly(35L, 40L);
    }

    @Test
    void anHourSeenEntirelyIsToldWhenItsNextBegins() {
        open.begin(NOTHING_ON_DISK);
        measured(0, 30);
        open.take(1, LATER);
        measured(30, 60);
        assertThat(open.take(1, LATER).hours()).isEmpty();
        measured(60, 61);
        List<TierRow> hours = open.take(1, LATER).hours();
        assertThat(minutes(hours)).containsExactly(0L);
        assertThat(hours.getFirst().numbers()[0]).isEqualTo(60);
        measured(61, 66);
        assertThat(open.take(1, LATER).hours()).as("told once").isEmpty();
    }

    @Test
    void anHourIntoWhichALateSampleFellIsLeftToTheDisk() {
        open.begin(NOTHING_ON_DISK);
        measured(0, 20);
        measured(30, 50);
        open.take(1, LATER);
        measured(25, 26);
        measured(50, 66);
        assertThat(open.take(1, LATER).hours()).isEmpty();
        measured(66, 126);
        assertThat(minutes(open.take(1, LATER).hours())).containsExactly(60L);
    }

    private void measured(int from, int to) {
        long[] times = LongStream.range(from, to).map(OpenRollupTest::at).toArray();
        open.add(new SampleRows(1, layout, times, new double[times.length]), LATER);
    }

    private List<Long> fresh() {
        OpenRollup.Work work = open.take(1, LATER);
        assertThat(work.again()).isEmpty();
        return minutes(work.fresh());
    }

    private static long at(long minute) {
        return ZERO + minute * MINUTE;
    }

    private static List<Long> minutes(List<TierRow> rows) {
        return rows.stream().map(row -> minute(row.at())).toList();
    }

    private static long minute(long at) {
        return (at - ZERO) / MINUTE;
    }
}
