package org.cmm.server.simulation;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cmm.core.evidence.EvidenceFile;

/** A bundle as one file to download; the same experiment is the same bytes, so no entry has a time of its own. */
final class EvidenceZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private EvidenceZip() {}

    /**
     * Writes all files and their checksums.
     *
     * @param folder that they lie in
     */
    static void write(List<EvidenceFile> files, String folder, OutputStream out) throws IOException {
        Checksums sums = new Checksums();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (EvidenceFile file : files) {
                begin(folder + "/" + file.name(), zip);
                try (DigestOutputStream digested = sums.digesting(new Entry(zip));
                        Writer writer = new BufferedWriter(new OutputStreamWriter(digested, StandardCharsets.UTF_8))) {
                    EvidenceFolder.write(file, writer);
                    writer.flush();
                    sums.add(file.name(), digested);
                }
            }
            begin(folder + "/" + Checksums.NAME, zip);
            zip.write(sums.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void begin(String name, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** Its end is the end of an entry, not of the whole. */
    private static final class Entry extends FilterOutputStream {

        Entry(ZipOutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            ((ZipOutputStream) out).closeEntry();
        }
    }
}
