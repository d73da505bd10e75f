package org.cmm.agent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of one agent, locked while it runs: two agents in one spool would ruin it. */
record DataDirectory(Path path, FileChannel lockFile) implements Closeable {
    /**
     * Creates and locks the folder.
     *
     * @throws IOException when it cannot be written or another agent uses it; the message says so
     */
    static DataDirectory open(Path path) throws IOException {
        create(path);
        var lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(lockFile) == null) {
            lockFile.close();
            throw new IOException(
                    "data-directory '%s': another agent is using it; stop that one or choose another folder"
                            .formatted(path));
        }
        return new DataDirectory(path, lockFile);
    }

    Path spool() {
        return path.resolve("spool");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /** What a machine does is nobody else's business; elsewhere than on POSIX its installer sees to that. */
    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
