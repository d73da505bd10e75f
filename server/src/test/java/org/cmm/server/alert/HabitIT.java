package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.alert.Watchroom.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.Test;

/** What is unusual for one machine, from its samples of the weeks before. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class HabitIT {

    private static final int WEEKS = 4;

    @Inject
    Watchroom room;

    @Inject
    AlertEngine engine;

    @Inject
    Habits habits;

    @Inject
    SampleWriter disk;

    @Inject
    Layouts layouts;

    @Test
    void whatIsUnusualIsANoticeOnceTheHabitIsLearnt() throws Exception {
        int server = room.newServer();
        Instant now = room.now();
        weeksOf(server, now, 0.2);
        engine.readBack(server).join();
        engine.adopt(rule(server));
        sample(server, now.plusSeconds(1), 0.7);
        assertThat(room.told(server)).isEmpty();

        habits.turn();
        sample(server, now.plusSeconds(2), 0.25);
        sample(server, now.plusSeconds(3), 0.7);
        eventually(() -> room.told(server).equals(List.of("odd-cpu info open")));
        sample(server, now.plusSeconds(4), 0.2);
        eventually(() -> room.told(server).equals(List.of("odd-cpu info recovered")));
        engine.remove(rule(server));
        habits.turn();
    }

    private static RuleEntry rule(int server) {
        Rule rule = new Rule(
                "odd-cpu",
                new Kind.Habit(Metrics.CPU_UTILIZATION.name(), Side.HIGH, Duration.ofDays(7 * WEEKS)),
                List.of(new Level(Severity.INFO, 5, 3)),
                new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10)));
        return new RuleEntry(new Condition.OnMetric(rule), new RuleScope.OfServer(server), true, Instant.EPOCH, "test");
    }

    /** A sample every half an hour. */
    private void weeksOf(int server, Instant until, double cpu) {
        int count = WEEKS * 7 * 48;
        long[] at = new long[count];
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            at[index] = until.minus(Duration.ofMinutes(30L * (count - index))).toEpochMilli();
            values[index] = cpu + (index % 3 - 1) * 0.01;
        }
        store(server, at, values);
    }

    private void sample(int server, Instant at, double cpu) {
        store(server, new long[] {at.toEpochMilli()}, new double[] {cpu});
    }

    private void store(int server, long[] at, double[] values) {
        SampleRows rows = new SampleRows(
                server, layouts.of(List.of(Series.of(Metrics.CPU_UTILIZATION)), new int[] {4}), at, values);
        if (!(disk.submit(rows) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        stored.join();
    }
}
