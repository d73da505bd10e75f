package org.cmm.server.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows as RFC 4180 writes them. */
public final class Csv {

    public static final String TYPE = "text/csv;charset=UTF-8";

    private final StringBuilder text = new StringBuilder();

    /** A row; a cell that a spreadsheet would run as a formula is kept from that. */
    public Csv row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object cell) {
        String plain = String.valueOf(cell);
        boolean number = cell instanceof Number;
        String safe = !number && plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
