package org.cmm.agent.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.disk.WholeFile;

/** A file that is there while the agent runs. Found at a start, it tells that the run before did not end in order. */
final class RunMarker {
    private final Path file;

    RunMarker(Path dataDirectory) {
        file = dataDirectory.resolve("running");
    }

    /** When the run began that left the marker, if one did. */
    Optional<Moment> left() {
        try {
            String[] parts = Files.readString(file).split("\n");
            return parts.length == 3
                    ? Optional.of(new Moment(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void set(Moment now) throws IOException {
        String text = "%s\n%d\n%d".formatted(now.boot(), now.wallMillis(), now.elapsedMillis());
        WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
