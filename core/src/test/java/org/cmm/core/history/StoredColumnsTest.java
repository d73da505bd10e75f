package org.cmm.core.history;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Years of history lie in databases, so bytes that were written once are read for ever. */
class StoredColumnsTest {

    private static final Map<String, double[]> COLUMNS = Map.ofEntries(
            entry("none", new double[0]),
            entry("one", new double[] {-4.25}),
            entry("constant", column(100, index -> 25_276_502_016.0)),
            entry("absent", column(100, index -> Double.NaN)),
            entry("times", column(100, index -> 1_795_910_400_000.0 + 10_000 * index + (index == 60 ? 1_234 : 0))),
            entry("uptime", column(100, index -> 44_041 + 10 * (index < 40 ? index : index - 40))),
            entry("mebibytes", column(100, new Random(1), (random, index) -> (800 + random.nextInt(9)) * 1_048_576.0)),
            entry("ratios", column(300, new Random(2), (random, index) -> random.nextInt(40) * 5 / 10_000.0)),
            entry(
                    "bursts",
                    column(100, new Random(3), (random, index) -> index % 13 == 0 ? random.nextInt(1 << 20) : 0)),
            entry("holes", column(100, index -> index % 30 < 7 ? Double.NaN : index / 100.0)),
            entry("thirds", column(40, index -> index / 3.0)),
            entry("far", column(40, new Random(4), (random, index) -> far(random.nextLong()))),
            entry("odd", new double[] {
                0.0,
                -0.0,
                Double.NaN,
                Double.MIN_VALUE,
                -Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0x1p53
            }));

    @Test
    void whatWasWrittenOnceIsStillRead() throws IOException {
        Map<String, byte[]> stored = stored();
        assertThat(stored).containsOnlyKeys(COLUMNS.keySet());
        stored.forEach((name, bytes) ->
                assertThat(ColumnCodec.decode(bytes, 0)).as(name).isEqualTo(COLUMNS.get(name)));
    }

    private static Map<String, byte[]> stored() throws IOException {
        try (InputStream text = StoredColumnsTest.class.getResourceAsStream("/history/columns.txt")) {
            return new BufferedReader(new InputStreamReader(Objects.requireNonNull(text), StandardCharsets.US_ASCII))
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0], words -> HexFormat.of().parseHex(words[1])));
        }
    }

    /** Nearly as far from zero as whole numbers go that a double holds. */
    private static long far(long any) {
        return any / 1_024;
    }

    private interface Drawn {
        double value(Random random, int index);
    }

    private static double[] column(int count, Random random, Drawn drawn) {
        return column(count, index -> drawn.value(random, index));
    }

    private static double[] column(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }
}
