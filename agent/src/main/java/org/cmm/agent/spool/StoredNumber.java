package org.cmm.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A number on disk that only grows. Two places are written in turn, so that a write torn by a power cut leaves the
 * number before it.
 */
final class StoredNumber implements Closeable {
    private static final int PLACE_BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private long value;
    private int nextPlace;

    StoredNumber(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long first = read(0);
        long second = read(1);
        value = Math.max(0, Math.max(first, second));
        nextPlace = first > second ? 1 : 0;
    }

    long value() {
        return value;
    }

    void set(long number) throws IOException {
        var place = ByteBuffer.allocate(PLACE_BYTES).putLong(number).putInt(checksum(number));
        channel.write(place.flip(), (long) nextPlace * PLACE_BYTES);
        channel.force(false);
        value = number;
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
        long number = place.flip().getLong();
        return place.getInt() == checksum(number) ? number : -1;
    }

    private static int checksum(long number) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return (int) crc.getValue();
    }
}
