package org.cmm.server.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of table {@code sample}, or of roll-ups, in PostgreSQL's binary COPY format. Not safe for several threads; its
 * lane owns it.
 *
 * <p>Source: PostgreSQL 18 manual, COPY, "Binary Format"; arrays as {@code array_send} writes them.
 */
final class CopyBuffer {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FLOAT8_OID = 701;
    private static final int ARRAY_HEADER = 20;
    /** Milliseconds from 1970 to 2000, where PostgreSQL's time begins. */
    static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int rows;

    CopyBuffer() {
        clear();
    }

    /** Back to a header without rows. */
    void clear() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        size = SIGNATURE.length;
        rows = 0;
        putInt(0);
        putInt(0);
    }

    void add(SampleRows source, int row) {
        int columns = source.layout().columns();
        add(source.server(), source.at()[row], source.layout().id(), source.values(), row * columns, columns);
    }

    /** Adds a row of numbers that begin at {@code from}; {@code NaN} is absent. */
    void add(int server, long at, int layout, double[] numbers, int from, int columns) {
        reserve(2 + 4 + 4 + 4 + 8 + 4 + 4 + 4 + ARRAY_HEADER + columns * 12);
        putShort(4);
        putInt(4);
        putInt(server);
        putInt(8);
        putLong((at - POSTGRES_EPOCH_MILLIS) * 1000);
        putInt(4);
        putInt(layout);
        putArray(numbers, from, columns);
        rows++;
    }

    private void putArray(double[] values, int from, int columns) {
        int lengthAt = size;
        boolean absent = false;
        size += 4;
        putInt(1);
        int absentAt = size;
        size += 4;
        putInt(FLOAT8_OID);
        putInt(columns);
        putInt(1);
        for (int column = from; column < from + columns; column++) {
            double value = values[column];
            if (Double.isNaN(value)) {
                absent = true;
                putInt(-1);
            } else {
                putInt(8);
                putLong(Double.doubleToRawLongBits(value));
            }
        }
        INT.set(bytes, absentAt, absent ? 1 : 0);
        INT.set(bytes, lengthAt, size - lengthAt - 4);
    }

    /** Copies all rows into a table of these columns. */
    void copyInto(Connection open, String table) throws SQLException {
        end();
        CopyIn copy = open.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (server_id, at, layout_id, readings) FROM STDIN (FORMAT binary)");
        try {
            copy.writeToCopy(bytes, 0, size);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Writes the mark that ends the copy. */
    void end() {
        reserve(2);
        putShort(-1);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int rows() {
        return rows;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private void putShort(int value) {
        SHORT.set(bytes, size, (short) value);
        size += 2;
    }

    private void putInt(int value) {
        INT.set(bytes, size, value);
        size += 4;
    }

    private void putLong(long value) {
        LONG.set(bytes, size, value);
        size += 8;
    }
}
