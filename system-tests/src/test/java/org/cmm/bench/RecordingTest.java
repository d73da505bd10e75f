package org.cmm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cmm.core.history.ColumnCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded on a real machine, and how few bytes hold it. */
class RecordingTest {

    @Test
    void aSampleASecondTakesHalfAByteAValue() {
        assertThat(bytesPerValue(Recording.ofSeconds())).isLessThan(0.6);
    }

    @Test
    void aSampleEveryTenSecondsTakesAByteAValue() {
        assertThat(bytesPerValue(Recording.ofTenSeconds())).isLessThan(1.1);
    }

    @Test
    void comesBackFromItsFile(@TempDir Path folder) throws IOException {
        Recording recording = Recording.ofTenSeconds();
        Path file = folder.resolve("again.tsv.gz");
        recording.write(file);
        try (var packed = Files.newInputStream(file)) {
            Recording again = Recording.read(packed);
            assertThat(again.series()).isEqualTo(recording.series());
            assertThat(again.decimals()).isEqualTo(recording.decimals());
            assertThat(again.at()).isEqualTo(recording.at());
            for (int column = 0; column < recording.columns().length; column++) {
                assertThat(again.columns()[column]).isEqualTo(recording.columns()[column]);
            }
        }
    }

    @Test
    void thinnedItHasMeansOfSharesAndTheLastOfOthers() {
        Recording fine = Recording.ofSeconds();
        Recording thin = fine.thinned(10, 3);
        int processors = fine.place("system.cpu.utilization");
        int uptime = fine.place("system.uptime");
        double mean = Arrays.stream(fine.columns()[processors], 3, 13).average().orElseThrow();
        assertThat(thin.columns()[processors][0]).isEqualTo(Math.rint(mean * 10_000) / 10_000);
        assertThat(thin.columns()[uptime][0]).isEqualTo(fine.columns()[uptime][12]);
        assertThat(thin.at()[0]).isEqualTo(fine.at()[12]);
        assertThat(thin.samples()).isEqualTo((fine.samples() - 3) / 10);
    }

    private static double bytesPerValue(Recording recording) {
        double[] times = Arrays.stream(recording.at()).asDoubleStream().toArray();
        double bytes = ColumnCodec.encode(times).length + ColumnCodec.encode(recording.columns()).length;
        return bytes / recording.samples() / recording.columns().length;
    }
}
