package org.cmm.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.server.platform.ProblemException;
import org.junit.jupiter.api.Test;

class GunzipTest {

    private final Gunzip gunzip = new Gunzip(1 << 20);

    @Property
    void givesBackWhatWasPacked(@ForAll byte[] plain) {
        Gunzip fresh = new Gunzip(1 << 20);
        fresh.unpack(packed(plain));
        assertThat(Arrays.copyOf(fresh.bytes(), fresh.size())).isEqualTo(plain);
    }

    @Property
    void anyBytesAreUnpackedOrRefusedButNeverCrash(@ForAll byte[] bytes) {
        try {
            new Gunzip(1 << 16).unpack(bytes);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = packed("a batch of samples".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gunzip.unpack(part));
        }
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() {
        byte[] bomb = packed(new byte[8 << 20]);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gunzip.unpack(bomb))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @Test
    void aWrongCheckSumIsRefused() {
        byte[] damaged = packed(new byte[] {1, 2, 3});
        damaged[damaged.length - 8] ^= 1;
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gunzip.unpack(damaged));
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
