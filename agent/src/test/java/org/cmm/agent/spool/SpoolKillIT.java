package org.cmm.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cmm.agent.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolKillIT {
    private static final int KILLS = 10;
    private static final long SEED = 20_261_123;

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    void whatWasSaidToBeOnDiskIsThereAfterAKillInTheMiddleOfWriting() throws IOException, InterruptedException {
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int said = hammerFrom(next);
            List<Integer> kept = drain();
            assertThat(kept).as("kill %d", kill).isEqualTo(upFrom(next, next + kept.size()));
            assertThat(next + kept.size() - 1).as("kill %d", kill).isBetween(said, said + 1);
            next += kept.size();
        }
        System.out.printf("%d kills, %d rows, none lost%n", KILLS, next);
    }

    /** The last number the program said before it was killed. */
    private int hammerFrom(int next) throws IOException, InterruptedException {
        Process hammer = JavaProgram.start(SpoolHammer.class, directory.toString(), String.valueOf(next));
        try (BufferedReader said = hammer.inputReader()) {
            int last = Integer.parseInt(said.readLine());
            Thread.sleep(random.nextInt(200));
            hammer.toHandle().destroyForcibly(); // unlike the process's own method this leaves its output readable
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Math.max(last, number(line));
            }
            return last;
        }
    }

    /** The last line may have been torn, too. */
    private static int number(String line) {
        return line.isEmpty() ? 0 : Integer.parseInt(line);
    }

    private List<Integer> drain() throws IOException {
        var numbers = new ArrayList<Integer>();
        try (var spool =
                Spool.open(directory, new Limits(64 << 20, Duration.ofDays(30))).spool()) {
            for (var batch = spool.oldest(2_000); batch.isPresent(); batch = spool.oldest(2_000)) {
                batch.get().rows().forEach(row -> numbers.add(Rows.number(row)));
                spool.acknowledge(batch.get());
            }
        }
        return numbers;
    }

    private static List<Integer> upFrom(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
