package org.cmm.agent.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.cmm.agent.clock.Anchor;
import org.cmm.protocol.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a segment: every record up to the first that is torn or damaged.
 *
 * @param rows in the order they were appended
 * @param soundBytes how many bytes of the file are whole records
 */
record SegmentContent(List<SpooledRow> rows, int soundBytes) {
    /** Length and CRC-32C, four bytes each, before every payload. */
    static final int FRAME_BYTES = 8;

    static byte[] framed(byte[] payload) {
        return ByteBuffer.allocate(FRAME_BYTES + payload.length)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .put(payload)
                .array();
    }

    static SegmentContent parse(byte[] file) {
        var parsing = new Parsing(ByteBuffer.wrap(file));
        while (parsing.advance()) {
            // every step takes in one record
        }
        return new SegmentContent(List.copyOf(parsing.rows), parsing.sound);
    }

    private static int checksum(byte[] payload) {
        var crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    private static final class Parsing {
        private final ByteBuffer file;
        private final List<SpooledRow> rows = new ArrayList<>();
        private int sound;
        private @Nullable Layout layout;
        private @Nullable Anchor anchor;

        Parsing(ByteBuffer file) {
            this.file = file;
        }

        boolean advance() {
            byte[] payload = nextPayload();
            if (payload == null || !understood(payload)) {
                return false;
            }
            sound = file.position();
            return true;
        }

        private byte @Nullable [] nextPayload() {
            if (file.remaining() < FRAME_BYTES) {
                return null;
            }
            int length = file.getInt();
            int checksum = file.getInt();
            if (length <= 0 || length > file.remaining()) {
                return null;
            }
            var payload = new byte[length];
            file.get(payload);
            return checksum(payload) == checksum ? payload : null;
        }

        private boolean understood(byte[] payload) {
            try {
                return switch (payload[0]) {
                    case RecordFormat.LAYOUT -> takeLayout(RecordFormat.readLayout(payload));
                    case RecordFormat.EPOCH -> takeEpoch(RecordFormat.readEpoch(payload));
                    case RecordFormat.ROW -> takeRow(payload);
                    default -> false;
                };
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        }

        private boolean takeLayout(Layout read) {
            layout = read;
            return true;
        }

        private boolean takeEpoch(Anchor read) {
            anchor = read;
            return true;
        }

        private boolean takeRow(byte[] payload) throws IOException {
            return layout != null
                    && anchor != null
                    && rows.add(new SpooledRow(layout, anchor, RecordFormat.readRow(payload)));
        }
    }
}
