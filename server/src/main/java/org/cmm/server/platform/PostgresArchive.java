package org.cmm.server.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL as they come with CMM: a compressed archive for each kind of machine. */
final class PostgresArchive {

    private static final int EXECUTABLE = 0b001_000_000;

    private PostgresArchive() {}

    /** The folder with the archive's content below {@code parent}; what was unpacked before is used again. */
    static Path unpacked(URL found, Path parent) throws IOException {
        URLConnection archive = found.openConnection();
        Path folder = parent.resolve("postgres-" + fingerprint(archive));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path half = Files.createTempDirectory(OwnerOnlyFiles.folder(parent), "new-");
        try (InputStream in = archive.getInputStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, half);
            }
        }
        return Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Its checksum, which the jar has worked out already. */
    private static String fingerprint(URLConnection archive) throws IOException {
        return archive instanceof JarURLConnection jar && jar.getJarEntry() != null
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toString(archive.getContentLengthLong());
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL points outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        try {
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                return;
            }
            Files.copy(tar, target);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("the archive of PostgreSQL holds " + entry.getName() + " twice", e);
        }
        if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
