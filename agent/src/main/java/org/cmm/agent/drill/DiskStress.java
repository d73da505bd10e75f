package org.cmm.agent.drill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** Lets a file grow in the agent's own folder, and deletes it. */
final class DiskStress implements Stress {
    /** Found at a start, it was left by an agent that was killed. */
    static final String FILE = "drill.fill";

    private static final int PIECE = 1 << 20;
    private static final long MOST_A_STEP = 64L << 20;

    private final Path file;
    private final Filling filling;
    private final long most;
    private final FileChannel channel;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

    /** @param most bytes that the file may have */
    DiskStress(Path directory, Filling filling, long most) throws IOException {
        this.file = directory.resolve(FILE);
        this.filling = filling;
        this.most = most;
        remove(directory);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        new SplittableRandom().nextBytes(piece.array());
    }

    static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    @Override
    public void step(Resources now) throws IOException {
        long size = channel.size();
        long next = Math.min(filling.next(now.disk(), size), most);
        if (next < size) {
            channel.truncate(next);
            return;
        }
        long end = Math.min(next, size + MOST_A_STEP);
        for (long at = size; at + PIECE <= end; at += PIECE) {
            // No two pieces alike, for file systems that would keep them once
            piece.clear().putLong(0, at);
            channel.write(piece, at);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
