package org.cmm.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Columns of numbers that grow row by row; NULL is {@code NaN}. */
final class GrowingColumns {

    private double[][] columns;
    private int rows;

    GrowingColumns(int count) {
        columns = new double[count][256];
    }

    /** Takes the first columns of the row; tells how many rows there are. */
    int add(ResultSet row) throws SQLException {
        if (rows == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, rows * 2))
                    .toArray(double[][]::new);
        }
        for (int column = 0; column < columns.length; column++) {
            double value = row.getDouble(column + 1);
            columns[column][rows] = row.wasNull() ? Double.NaN : value;
        }
        return ++rows;
    }

    double[][] columns() {
        return Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new);
    }
}
