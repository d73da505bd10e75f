package org.cmm.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.agent.spool.Rows.after;
import static org.cmm.agent.spool.Rows.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.SampleRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolIT {
    private static final Limits WIDE = new Limits(64 << 20, Duration.ofDays(30));

    @TempDir
    Path directory;

    @Test
    void keepsRowsInOrderUntilTheyAreAcknowledged() throws IOException {
        try (var spool = open(WIDE)) {
            append(spool, 0, 10);
            spool.acknowledge(spool.oldest(4).orElseThrow());
        }
        try (var spool = open(WIDE)) {
            append(spool, 10, 12);
            assertThat(spool.waiting()).isEqualTo(8);
            assertThat(drain(spool)).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
        }
        try (var spool = open(WIDE)) {
            assertThat(spool.oldest(10)).isEmpty();
        }
    }

    @Test
    void handsOutTheSameRowsAgainUntilTheyAreAcknowledged() throws IOException {
        try (var spool = open(WIDE)) {
            append(spool, 0, 3);

            assertThat(spool.oldest(9)).isEqualTo(spool.oldest(9));
        }
    }

    @Test
    void neverMixesEpochsOrLayoutsInABatch() throws IOException {
        var wider = new Layout(List.of(new LayoutSeries("system.uptime", new TreeMap<>(), 0)));
        try (var spool = open(WIDE)) {
            spool.append(row(0, 1), after(0));
            spool.append(row(1, 2), after(1));
            spool.append(row(2, 2), after(2));
            spool.append(new SpooledRow(wider, row(0, 2).anchor(), new SampleRow(5, new double[] {3})), after(3));

            assertThat(sizesOfBatches(spool)).containsExactly(1, 2, 1);
        }
    }

    @Test
    void survivesBeingCutAtEveryByte() throws IOException {
        try (var spool = open(WIDE)) {
            append(spool, 0, 4);
        }
        Path segment = segments().get(0);
        byte[] whole = Files.readAllBytes(segment);
        for (int length = 0; length < whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            try (var spool = open(WIDE)) {
                spool.append(row(99), after(99));
                List<Integer> kept = drain(spool);
                assertThat(kept).endsWith(99);
                assertThat(kept.subList(0, kept.size() - 1)).isEqualTo(upTo(kept.size() - 1));
            }
            deleteAll();
        }
    }

    @Test
    void saysInOneLineWhatWasCut() throws IOException {
        try (var spool = open(WIDE)) {
            append(spool, 0, 2);
        }
        Files.write(segments().get(0), new byte[] {0, 0, 0, 30, 1, 2}, StandardOpenOption.APPEND);

        var opened = Spool.open(directory, WIDE);

        assertThat(opened.damage()).contains("spool: cut 6 bytes of an unfinished write at the end of 1 segment(s)");
        assertThat(drain(opened.spool())).containsExactly(0, 1);
        opened.spool().close();
        assertThat(Spool.open(directory, WIDE).damage()).isEmpty();
    }

    @Test
    void deliversAgainRatherThanLoseWhenTheAcknowledgementIsTorn() throws IOException {
        try (var spool = open(WIDE)) {
            append(spool, 0, 6);
            spool.acknowledge(spool.oldest(2).orElseThrow());
            spool.acknowledge(spool.oldest(2).orElseThrow());
        }
        byte[] bytes = Files.readAllBytes(directory.resolve("acknowledged"));
        bytes[8] ^= 1;
        bytes[20] ^= 1;
        Files.write(directory.resolve("acknowledged"), bytes);

        try (var spool = open(WIDE)) {
            assertThat(drain(spool)).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void dropsTheOldestFirstAndCountsThemWhenThereIsNoRoom() throws IOException {
        var limits = new Limits(600 << 10, Duration.ofDays(30));
        int rows = 500;
        try (var spool = open(limits)) {
            for (int number = 0; number < rows; number++) {
                spool.append(Rows.wide(number), after(number));
            }

            List<Integer> kept = drain(spool);
            assertThat(spool.dropped()).isPositive().isEqualTo(rows - kept.size());
            assertThat(kept).isEqualTo(upTo(rows).subList(rows - kept.size(), rows));
        }
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(600 << 10);
    }

    @Test
    void dropsWhatIsTooOldByItsOwnClock() throws IOException {
        var limits = new Limits(64 << 20, Duration.ofDays(7));
        try (var spool = open(limits)) {
            append(spool, 0, 3);
        }
        int eightDays = 8 * 8_640;
        try (var spool = open(limits)) {
            spool.append(row(eightDays), after(eightDays));

            assertThat(spool.dropped()).isEqualTo(3);
            assertThat(drain(spool)).containsExactly(eightDays);
        }
    }

    @Test
    void knowsAfterARestartHowManyWereDropped() throws IOException {
        var limits = new Limits(64 << 20, Duration.ofDays(7));
        int eightDays = 8 * 8_640;
        try (var spool = open(limits)) {
            append(spool, 0, 5);
        }
        try (var spool = open(limits)) {
            spool.append(row(eightDays), after(eightDays));
        }
        try (var spool = open(limits)) {
            assertThat(spool.dropped()).isEqualTo(5);
            spool.append(row(2 * eightDays), after(2 * eightDays));
            assertThat(spool.dropped()).isEqualTo(6);
        }
    }

    private Spool open(Limits limits) throws IOException {
        return Spool.open(directory, limits).spool();
    }

    private static void append(Spool spool, int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            spool.append(row(number), after(number));
        }
    }

    private static List<Integer> sizesOfBatches(Spool spool) throws IOException {
        var sizes = new ArrayList<Integer>();
        for (var batch = spool.oldest(100); batch.isPresent(); batch = spool.oldest(100)) {
            sizes.add(batch.get().rows().size());
            spool.acknowledge(batch.get());
        }
        return sizes;
    }

    private static List<Integer> drain(Spool spool) throws IOException {
        var numbers = new ArrayList<Integer>();
        for (var batch = spool.oldest(2_000); batch.isPresent(); batch = spool.oldest(2_000)) {
            batch.get().rows().forEach(row -> numbers.add(Rows.number(row)));
            spool.acknowledge(batch.get());
        }
        return numbers;
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private void deleteAll() throws IOException {
        Files.delete(directory.resolve("acknowledged"));
        for (Path file : segments()) {
            Files.delete(file);
        }
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        for (Path file : segments()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(Segment::isSegment).sorted().toList();
        }
    }
}
