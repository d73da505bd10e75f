package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.protocol.ProcessLine;
import org.junit.jupiter.api.Test;

class ProcessWatchTest {
    private static final int CPUS = 2;
    private static final long TICK = 10_000;

    private final ProcessWatch watch = new ProcessWatch(CPUS, Duration.ofSeconds(30));
    private final List<Long> listedAt = new ArrayList<>();

    @Test
    void listsTwiceEveryHalfHourWhenNothingIsBusy() {
        run(watch, 0.1, 182);

        assertThat(listedAt).containsExactly(0L, 10_000L, 1_800_000L, 1_810_000L);
    }

    @Test
    void listsEveryTenMinutesWhileTheProcessorsAreBusy() {
        run(watch, 0.9, 121);

        assertThat(listedAt).containsExactly(0L, 10_000L, 600_000L, 610_000L, 1_200_000L);
    }

    @Test
    void whoDeliversRarelyListsRarely() {
        run(new ProcessWatch(CPUS, Duration.ofMinutes(5)), 0.9, 602);

        assertThat(listedAt).containsExactly(0L, 10_000L, 6_000_000L, 6_010_000L);
    }

    @Test
    void namesTheFiveThatUseMost() {
        watch.tick(0, 0, 0, () -> processes(0));

        var snapshot = watch.tick(99, TICK, 0, () -> processes(1_000)).orElseThrow();

        assertThat(snapshot.atMillis()).isEqualTo(99);
        assertThat(snapshot.byCpu()).extracting(ProcessLine::pid).containsExactly(8L, 7L, 6L, 5L, 4L);
        assertThat(snapshot.byCpu().get(0).cpu()).isEqualTo(0.4);
        assertThat(snapshot.byMemory()).extracting(ProcessLine::pid).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void saysNothingWhenProcessesCannotBeListed() {
        watch.tick(0, 0, 0, List::of);

        assertThat(watch.tick(0, TICK, 0, List::of)).isEmpty();
    }

    private void run(ProcessWatch used, double cpu, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            long elapsed = tick * TICK;
            used.tick(elapsed, elapsed, cpu, () -> {
                listedAt.add(elapsed);
                return processes(0);
            });
        }
    }

    /** Eight processes: the higher the number, the more processor time and the less memory. */
    private static List<ProcessUse> processes(long factor) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(pid -> new ProcessUse("p" + pid, pid, 500 + pid * factor, 9_000 - pid))
                .toList();
    }
}
