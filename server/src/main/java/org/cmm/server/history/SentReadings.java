package org.cmm.server.history;

import java.nio.ByteBuffer;

/**
 * Readings in the form in which PostgreSQL sends an array of double precision: five numbers of 32 bits (dimensions,
 * flags, type, length, lower bound), then each value after its own length, which is -1 for NULL. An empty array has no
 * length and no bound. Source: {@code array_send} in PostgreSQL's {@code arrayfuncs.c}.
 */
final class SentReadings {

    private static final int LENGTH_AT = 12;
    private static final int HEAD = 20;

    private SentReadings() {}

    /** The values, not a number where one is absent. */
    static double[] unpack(byte[] sent) {
        ByteBuffer bytes = ByteBuffer.wrap(sent);
        if (sent.length < HEAD) {
            return new double[0];
        }
        double[] values = new double[bytes.getInt(LENGTH_AT)];
        bytes.position(HEAD);
        for (int column = 0; column < values.length; column++) {
            values[column] = bytes.getInt() < 0 ? Double.NaN : bytes.getDouble();
        }
        return values;
    }
}
