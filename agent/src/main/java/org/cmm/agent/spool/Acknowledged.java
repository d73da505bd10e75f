package org.cmm.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The number of the first row that the server does not have, on disk. Two places are written in turn, so that a write
 * torn by a power cut leaves the number before it; older is harmless, the server keeps one copy of what comes twice.
 */
final class Acknowledged implements Closeable {
    private static final int PLACE_BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private long position;
    private int nextPlace;

    Acknowledged(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long first = read(0);
        long second = read(1);
        position = Math.max(0, Math.max(first, second));
        nextPlace = first > second ? 1 : 0;
    }

    long position() {
        return position;
    }

    void moveTo(long row) throws IOException {
        var place = ByteBuffer.allocate(PLACE_BYTES).putLong(row).putInt(checksum(row));
        channel.write(place.flip(), (long) nextPlace * PLACE_BYTES);
        channel.force(false);
        position = row;
        nextPlace = 1 - nextPlace;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long read(int index) throws IOException {
        var place = ByteBuffer.allocate(PLACE_BYTES);
        if (channel.read(place, (long) index * PLACE_BYTES) < PLACE_BYTES) {
            return -1;
        }
        long row = place.flip().getLong();
        return place.getInt() == checksum(row) ? row : -1;
    }

    private static int checksum(long row) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(row).flip());
        return (int) crc.getValue();
    }
}
