package org.cmm.agent.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.SampleRow;

/**
 * What the records of a segment say. A layout and an epoch are written once before the first row that needs them; a row
 * belongs to the layout and the epoch written last.
 *
 * <pre>
 * layout  'L', series as short; each: metric, decimals as byte, attributes as short; each: key, value
 * epoch   'E', name as long, boot, wall milliseconds as long, elapsed milliseconds as long
 * row     'R', time as long, values as doubles
 * </pre>
 */
final class RecordFormat {
    static final byte LAYOUT = 'L';
    static final byte EPOCH = 'E';
    static final byte ROW = 'R';

    /** Writes one payload; a byte array never fails. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private RecordFormat() {}

    static byte[] layout(Layout layout) {
        return payload(LAYOUT, out -> {
            out.writeShort(layout.columns());
            for (LayoutSeries series : layout.series()) {
                writeSeries(out, series);
            }
        });
    }

    static byte[] epoch(Anchor anchor) {
        return payload(EPOCH, out -> {
            out.writeLong(anchor.epoch());
            out.writeUTF(anchor.began().boot());
            out.writeLong(anchor.began().wallMillis());
            out.writeLong(anchor.began().elapsedMillis());
        });
    }

    static byte[] row(SampleRow row) {
        return payload(ROW, out -> {
            out.writeLong(row.atMillis());
            for (double value : row.values()) {
                out.writeDouble(value);
            }
        });
    }

    static Layout readLayout(byte[] payload) throws IOException {
        DataInputStream in = open(payload);
        var series = new ArrayList<LayoutSeries>();
        for (int left = in.readShort(); left > 0; left--) {
            series.add(readSeries(in));
        }
        return new Layout(series);
    }

    static Anchor readEpoch(byte[] payload) throws IOException {
        DataInputStream in = open(payload);
        return new Anchor(in.readLong(), new Moment(in.readUTF(), in.readLong(), in.readLong()));
    }

    static SampleRow readRow(byte[] payload) throws IOException {
        DataInputStream in = open(payload);
        long atMillis = in.readLong();
        var values = new double[in.available() / Double.BYTES];
        for (int column = 0; column < values.length; column++) {
            values[column] = in.readDouble();
        }
        return new SampleRow(atMillis, values);
    }

    private static void writeSeries(DataOutputStream out, LayoutSeries series) throws IOException {
        out.writeUTF(series.metric());
        out.writeByte(series.decimals());
        out.writeShort(series.attributes().size());
        for (var attribute : series.attributes().entrySet()) {
            out.writeUTF(attribute.getKey());
            out.writeUTF(attribute.getValue());
        }
    }

    private static LayoutSeries readSeries(DataInputStream in) throws IOException {
        String metric = in.readUTF();
        int decimals = in.readByte();
        var attributes = new TreeMap<String, String>();
        for (int left = in.readShort(); left > 0; left--) {
            attributes.put(in.readUTF(), in.readUTF());
        }
        return new LayoutSeries(metric, attributes, decimals);
    }

    private static byte[] payload(byte kind, Writing writing) {
        var bytes = new ByteArrayOutputStream(256);
        var out = new DataOutputStream(bytes);
        try {
            out.writeByte(kind);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream open(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        in.skipBytes(1);
        return in;
    }
}
