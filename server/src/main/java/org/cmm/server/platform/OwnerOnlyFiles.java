package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** Files and folders that nobody but the account CMM runs as may read. */
public final class OwnerOnlyFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnlyFiles() {}

    /** Creates the folder, closed to others; one that exists is left as it is. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath(), attributes("rwx------"));
        } catch (IOException e) {
            throw new StartFault(folder + " cannot be created: set CMM_DATA to a folder that can", e);
        }
    }

    /** The file's text; when there is none yet, what {@code first} makes is written whole or not at all. */
    public static String readOrCreate(Path file, Supplier<String> first) {
        try {
            if (Files.notExists(file)) {
                write(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written", e);
        }
    }

    /** Replaces the file's text in one step: after a power cut there is the old one or the new one. */
    public static void write(Path file, String text) {
        write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the file's content in one step. */
    public static void write(Path file, byte[] content) {
        Path folder = folder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
        try {
            Path half = Files.createTempFile(folder, ".new", "", attributes("rw-------"));
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** An empty file in place of one that may be left from before. */
    public static Path create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, attributes("rw-------"));
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
