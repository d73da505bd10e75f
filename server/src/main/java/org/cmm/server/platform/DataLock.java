package org.cmm.server.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder to one program at a time: a second one would take the first one's database for an orphan and end
 * it. The system lets go of the lock when the program ends, however it ends.
 */
final class DataLock {

    /** Held as long as this program lives; the lock goes with its channel. */
    private static @Nullable FileLock held;

    private DataLock() {}

    /** Takes it for the life of this program; throws a {@link StartFault} when another one has it. */
    static synchronized void take(Path data) {
        if (held != null) {
            return;
        }
        Path file = OwnerOnlyFiles.folder(data).resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = locked(channel, file);
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new StartFault("%s cannot be written (%s): set CMM_DATA to a folder that can".formatted(file, e), e);
        }
    }

    private static FileLock locked(FileChannel channel, Path file) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        String process = Files.readString(file).strip();
        channel.close();
        throw new StartFault("another CMM works in %s (process %s): stop it, or set CMM_DATA to another folder"
                .formatted(file.getParent(), process));
    }
}
