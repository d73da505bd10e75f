package org.cmm.agent.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** When a run that is over last wrote anything, by the times of its files. */
public final class LastSign {
    private LastSign() {}

    /** Asked before this run writes anything itself. */
    public static OptionalLong millis(Path dataDirectory) {
        try (Stream<Path> files = Files.walk(dataDirectory, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .mapToLong(LastSign::modified)
                    .max();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
