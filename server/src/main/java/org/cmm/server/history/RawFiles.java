package org.cmm.server.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cmm.core.metric.Series;
import org.cmm.server.platform.Csv;

/** Writes a server's samples as they were measured, whatever their number, in bounded memory. */
@Singleton
class RawFiles {

    private final RawSlices slices;
    private final JsonFactory json = new JsonFactory();

    RawFiles(RawSlices slices) {
        this.slices = slices;
    }

    /**
     * What to write.
     *
     * @param metrics only these; empty for all
     */
    record Wish(int server, Set<String> metrics, Instant from, Instant to) {

        boolean wants(Series series) {
            return metrics.isEmpty() || metrics.contains(series.metric());
        }
    }

    /**
     * A row for each sample and a column for each series of the span. They are read twice, because the heading comes
     * first and series come and go; one that is announced meanwhile is left out.
     */
    void csv(Wish wish, OutputStream out) throws IOException {
        List<Series> columns = columns(wish);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Object[] cells = new Object[columns.size() + 1];
        cells[0] = "time";
        for (int column = 0; column < columns.size(); column++) {
            cells[column + 1] = columns.get(column);
        }
        writer.write(new Csv().row(cells).toString());
        slices.each(wish.server(), wish.from(), wish.to(), rows -> {
            Csv csv = new Csv();
            rows.forEach(some -> csvRows(csv, some, columns));
            writer.write(csv.toString());
        });
        writer.flush();
    }

    private List<Series> columns(Wish wish) throws IOException {
        Set<StoredLayout> layouts = new HashSet<>();
        slices.each(wish.server(), wish.from(), wish.to(), rows -> rows.forEach(some -> layouts.add(some.layout())));
        Set<Series> series = new TreeSet<>();
        layouts.forEach(layout -> layout.series().stream().filter(wish::wants).forEach(series::add));
        return List.copyOf(series);
    }

    private static void csvRows(Csv csv, SampleRows rows, List<Series> columns) {
        int[] places = columns.stream()
                .mapToInt(series -> rows.layout().column(series))
                .toArray();
        for (int row = 0; row < rows.count(); row++) {
            Object[] cells = new Object[places.length + 1];
            cells[0] = Instant.ofEpochMilli(rows.at()[row]);
            for (int column = 0; column < places.length; column++) {
                double value = places[column] < 0 ? Double.NaN : value(rows, row, places[column]);
                cells[column + 1] = Double.isNaN(value) ? "" : PlainNumber.of(value);
            }
            csv.row(cells);
        }
    }

    /** A line for each sample, in the form in which samples are handed in by hand. */
    void lines(Wish wish, OutputStream out) throws IOException {
        try (JsonGenerator writer = json.createGenerator(out)) {
            writer.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            writer.setRootValueSeparator(null);
            slices.each(wish.server(), wish.from(), wish.to(), rows -> {
                for (SampleRows some : rows) {
                    jsonRows(writer, some, wish);
                }
                writer.flush();
            });
        }
    }

    private static void jsonRows(JsonGenerator writer, SampleRows rows, Wish wish) throws IOException {
        List<Series> series = rows.layout().series();
        for (int row = 0; row < rows.count(); row++) {
            writer.writeStartObject();
            writer.writeStringField("at", Instant.ofEpochMilli(rows.at()[row]).toString());
            writer.writeObjectFieldStart("values");
            for (int column = 0; column < series.size(); column++) {
                double value = value(rows, row, column);
                if (wish.wants(series.get(column)) && !Double.isNaN(value)) {
                    writer.writeFieldName(series.get(column).toString());
                    writer.writeNumber(PlainNumber.of(value));
                }
            }
            writer.writeEndObject();
            writer.writeEndObject();
            writer.writeRaw('\n');
        }
    }

    private static double value(SampleRows rows, int row, int column) {
        return rows.values()[row * rows.layout().columns() + column];
    }
}
