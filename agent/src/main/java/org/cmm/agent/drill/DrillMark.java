package org.cmm.agent.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cmm.agent.disk.WholeFile;

/** On disk, the last drill that began and whether it has ended: none begins twice, and none is left behind. */
record DrillMark(Path file) {
    private static final String RUNNING = "running";
    private static final String ENDED = "ended";

    static DrillMark in(Path directory) {
        return new DrillMark(directory.resolve("drill"));
    }

    void began(String key) throws IOException {
        write(key, RUNNING);
    }

    void ended(String key) throws IOException {
        write(key, ENDED);
    }

    /** The key of the last drill. */
    Optional<String> last() {
        return read().map(parts -> parts[0]);
    }

    /** The same, if it never ended. */
    Optional<String> left() {
        return read().filter(parts -> parts[1].equals(RUNNING)).map(parts -> parts[0]);
    }

    private void write(String key, String state) throws IOException {
        WholeFile.replace(file, (key + "\n" + state).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String[]> read() {
        try {
            return Optional.of(Files.readString(file).split("\n")).filter(parts -> parts.length == 2);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
