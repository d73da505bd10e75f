package org.cmm.server.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a backup says about itself, as {@code manifest.json} in it.
 *
 * @param format of the file; this program writes and reads {@link #FORMAT}
 * @param madeAt ISO 8601, UTC
 * @param madeBy version of the server that wrote it
 * @param schema version of the newest migration that the rows fit
 * @param tables in the order in which they can be filled
 * @param sequences the last number that each gave
 * @param files of the data folder, by their path in it
 */
record Manifest(
        int format,
        String madeAt,
        String madeBy,
        String schema,
        List<StoredTable> tables,
        Map<String, Long> sequences,
        List<StoredFile> files) {

    static final int FORMAT = 1;

    /** Its entry in the file. */
    static final String ENTRY = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    /** @param sha256 of the entry's plain content, in hexadecimal digits */
    record StoredTable(TableContent table, long rows, String sha256) {

        String entry() {
            return "tables/" + table.name() + ".copy";
        }
    }

    /** A key or a certificate. */
    record StoredFile(String path, String sha256) {

        /** Written into the data folder, so it must not lead out of it. */
        StoredFile {
            if (!path.matches("(keys|tls)/[a-zA-Z0-9][a-zA-Z0-9._-]*")) {
                throw new IllegalArgumentException("not a file of CMM's keys: " + path);
            }
        }

        String entry() {
            return "files/" + path;
        }
    }

    Manifest {
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
        files = List.copyOf(files);
        sequences.keySet().forEach(name -> {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a sequence of CMM: " + name);
            }
        });
    }

    long rows() {
        return tables.stream().mapToLong(StoredTable::rows).sum();
    }

    byte[] json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(this)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Manifest of(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }
}
