package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cmm.core.evidence.EvidenceFile;
import org.junit.jupiter.api.Test;

class EvidenceZipTest {

    private static final List<EvidenceFile> FILES =
            List.of(new EvidenceFile("one.csv", out -> out.accept("a,b\r\n")), new EvidenceFile("deux.txt", out -> {
                out.accept("été");
                out.accept("!");
            }));

    @Test
    void holdsEveryFileAndTheChecksumOfEach() throws IOException {
        assertThat(entries(zip()))
                .containsEntry("lab/one.csv", "a,b\r\n")
                .containsEntry("lab/deux.txt", "été!")
                .containsEntry("lab/SHA256SUMS", sums());
    }

    @Test
    void isTheSameBytesEachTime() throws IOException {
        assertThat(zip()).isEqualTo(zip());
    }

    private static String sums() {
        return sha("a,b\r\n") + "  one.csv\n" + sha("été!") + "  deux.txt\n";
    }

    private static String sha(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceZip.write(FILES, "lab", out);
        return out.toByteArray();
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
