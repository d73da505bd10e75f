package org.cmm.agent.spool;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Stretch;
import org.cmm.protocol.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The segment that grows. A row is on disk when {@link #append} returns; if it throws, the file is as it was before.
 */
final class SegmentWriter implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final Stretches stretches = new Stretches();
    private @Nullable Layout layout;
    private @Nullable Anchor anchor;
    private int rows;
    private long bytes;

    SegmentWriter(Path directory, long first) throws IOException {
        file = Segment.fileIn(directory, first);
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(0);
        forceDirectory(directory);
    }

    void append(SpooledRow row) throws IOException {
        byte[] records = records(row);
        try {
            write(records);
        } catch (IOException e) {
            channel.truncate(bytes);
            throw e;
        }
        bytes += records.length;
        rows++;
        layout = row.layout();
        anchor = row.anchor();
        stretches.add(new Stretch(row.anchor(), row.row().atMillis()));
    }

    Segment segment() {
        return new Segment(file, Segment.firstOf(file), rows, bytes, stretches.inOrder());
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Makes the new file's name as durable as its content. Windows refuses this and does not need it. */
    private static void forceDirectory(Path directory) {
        try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            // there is nothing better to do
        }
    }

    private byte[] records(SpooledRow row) {
        var records = new ByteArrayOutputStream(256);
        if (!row.layout().equals(layout)) {
            records.writeBytes(SegmentContent.framed(RecordFormat.layout(row.layout())));
        }
        if (!row.anchor().equals(anchor)) {
            records.writeBytes(SegmentContent.framed(RecordFormat.epoch(row.anchor())));
        }
        records.writeBytes(SegmentContent.framed(RecordFormat.row(row.row())));
        return records.toByteArray();
    }

    private void write(byte[] records) throws IOException {
        var buffer = ByteBuffer.wrap(records);
        while (buffer.hasRemaining()) {
            channel.write(buffer, bytes + buffer.position());
        }
        channel.force(false);
    }
}
