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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.server.platform.Settings;

/**
 * The installers that this CMM has. They are built apart from the server, because they carry a Java runtime, and lie in
 * a folder that the operator names; they may come, go and be replaced while the server runs.
 */
@Singleton
class Installers {

    /**
     * An installer as it lies there now.
     *
     * @param sha256 as hexadecimal digits
     */
    record Found(Path file, long bytes, FileTime changed, String sha256) {

        /** For people: whole megabytes. */
        public long megabytes() {
            return Math.ceilDiv(bytes, 1_000_000);
        }
    }

    private final Path folder;
    private final Map<Installer, Found> known = new ConcurrentHashMap<>();

    Installers(Settings settings) {
        folder = settings.packages().orElseGet(() -> settings.data().resolve("packages"));
    }

    /** All that lie there. */
    Map<Installer, Found> found() throws IOException {
        Map<Installer, Found> all = new EnumMap<>(Installer.class);
        for (Installer installer : Installer.values()) {
            found(installer).ifPresent(found -> all.put(installer, found));
        }
        return all;
    }

    /** This one, if it lies there. Reads it as a whole when it changed since the last call. */
    Optional<Found> found(Installer installer) throws IOException {
        Path file = folder.resolve(installer.file());
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Found before = known.get(installer);
            if (before == null
                    || before.bytes() != now.size()
                    || !before.changed().equals(now.lastModifiedTime())) {
                before = new Found(file, now.size(), now.lastModifiedTime(), hash(file));
                known.put(installer, before);
            }
            return Optional.of(before);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
