package org.cmm.server.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.List;
import org.cmm.core.evidence.EvidenceFile;

/** A bundle as a folder. */
final class EvidenceFolder {

    private EvidenceFolder() {}

    /** Writes all files and their checksums into a folder, which is made. */
    static void write(List<EvidenceFile> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        Checksums sums = new Checksums();
        for (EvidenceFile file : files) {
            Path path = folder.resolve(file.name());
            try (DigestOutputStream digested =
                            sums.digesting(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW));
                    Writer writer = new BufferedWriter(new OutputStreamWriter(digested, StandardCharsets.UTF_8))) {
                write(file, writer);
                writer.flush();
                sums.add(file.name(), digested);
            }
        }
        Files.writeString(folder.resolve(Checksums.NAME), sums.text(), StandardOpenOption.CREATE_NEW);
    }

    static void write(EvidenceFile file, Writer writer) throws IOException {
        try {
            file.body().write(text -> {
                try {
                    writer.write(text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
