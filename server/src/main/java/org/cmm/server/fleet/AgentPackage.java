package org.cmm.server.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;
import org.cmm.server.platform.Secrets;

/** The agent as a file to hand out, built with the server and lying in its jar. */
enum AgentPackage {
    LINUX("cmm-agent-linux.tar.gz", "application/gzip"),
    WINDOWS("cmm-agent-windows.zip", "application/zip");

    /** Where the file lies, and how long it is. */
    record Content(URL place, long bytes) {}

    private final String file;
    private final String mediaType;
    private volatile String sha256 = "";

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

    /** SHA-256 of the file as hexadecimal digits; of nothing when there is no file. */
    String sha256() {
        if (sha256.isEmpty()) {
            sha256 = content().map(AgentPackage::hash).orElseGet(() -> Secrets.fingerprint(new byte[0]));
        }
        return sha256;
    }

    private static String hash(Content content) {
        try (InputStream in = content.place().openStream()) {
            return Secrets.fingerprint(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
