package org.cmm.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What was built, the same for agent and server. */
public final class Version {
    private Version() {}

    /**
     * Version and commit in the form of Semantic Versioning 2.0.0, such as {@code 0.1.0+6a46899}; {@code +source} when
     * it was built from a folder without history.
     */
    public static String here() {
        try (var text = Version.class.getResourceAsStream("version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
