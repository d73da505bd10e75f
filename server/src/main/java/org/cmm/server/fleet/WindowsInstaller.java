package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.cmm.server.platform.Settings;

/**
 * The installer for Windows. It is built apart from the server, because it carries a Java runtime, and lies in a folder
 * that the operator names; it may come, go and be replaced while the server runs.
 */
@Singleton
class WindowsInstaller {

    static final String FILE = "cmm-agent.msi";

    /**
     * The installer as it lies there now.
     *
     * @param sha256 as hexadecimal digits
     */
    record Found(Path file, long bytes, FileTime changed, String sha256) {

        /** For people: whole megabytes. */
        public long megabytes() {
            return Math.ceilDiv(bytes, 1_000_000);
        }
    }

    private final Path place;
    private volatile Optional<Found> known = Optional.empty();

    WindowsInstaller(Settings settings) {
        place = settings.packages()
                .orElseGet(() -> settings.data().resolve("packages"))
                .resolve(FILE);
    }

    /** The installer, if there is one. Reads it as a whole when it changed since the last call. */
    Optional<Found> found() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(place, BasicFileAttributes.class);
            Optional<Found> same = known.filter(
                    found -> found.bytes() == now.size() && found.changed().equals(now.lastModifiedTime()));
            if (same.isEmpty()) {
                known = Optional.of(new Found(place, now.size(), now.lastModifiedTime(), hash()));
            }
            return known;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private String hash() throws IOException {
        try (InputStream in = Files.newInputStream(place)) {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
