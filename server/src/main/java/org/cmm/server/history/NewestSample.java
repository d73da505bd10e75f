package org.cmm.server.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.cmm.core.history.ColumnCodec;

/** When a server was last measured, as far as the disk knows. */
final class NewestSample {

    private NewestSample() {}

    /** Milliseconds since 1970; {@link Long#MIN_VALUE} when the server has no sample. */
    static long of(Connection open, int server) throws SQLException {
        return Math.max(inRows(open, server), inBlocks(open, server));
    }

    private static long inRows(Connection open, int server) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("""
                SELECT (extract(epoch FROM at) * 1000)::bigint FROM open_sample
                WHERE server_id = ? ORDER BY at DESC LIMIT 1
                """)) {
            query.setInt(1, server);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
        }
    }

    private static long inBlocks(Connection open, int server) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("""
                SELECT content FROM sample_block WHERE server_id = ? AND place = 0
                    AND at = (SELECT at FROM sample_block WHERE server_id = ? ORDER BY at DESC LIMIT 1)
                """)) {
            query.setInt(1, server);
            query.setInt(2, server);
            long newest = Long.MIN_VALUE;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    double[] times = ColumnCodec.decode(row.getBytes(1), 0);
                    newest = Math.max(newest, (long) times[times.length - 1]);
                }
            }
            return newest;
        }
    }
}
