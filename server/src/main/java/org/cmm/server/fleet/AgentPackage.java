package org.cmm.server.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;

/** The agent as a file to hand out, built with the server and lying in its jar. */
enum AgentPackage {
    LINUX("cmm-agent-linux.tar.gz", "application/gzip"),
    WINDOWS("cmm-agent-windows.zip", "application/zip");

    /** Where the file lies, and how long it is. */
    record Content(URL place, long bytes) {}

    private final String file;
    private final String mediaType;

    AgentPackage(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    static Optional<AgentPackage> of(String file) {
        return Arrays.stream(values()).filter(one -> one.file.equals(file)).findFirst();
    }

    String file() {
        return file;
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty in a server that was built without the agent, as live reload does. */
    Optional<Content> content() {
        URL place = AgentPackage.class.getResource("/download/" + file);
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Content(place, place.openConnection().getContentLengthLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
