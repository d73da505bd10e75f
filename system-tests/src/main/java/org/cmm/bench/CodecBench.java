package org.cmm.bench;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.cmm.core.history.ColumnCodec;
import org.cmm.process.RunningServer;

/**
 * What columns of history cost as bytes and as time, beside what general compressors make of the same numbers: on the
 * recordings as they are, and on days of a {@link GeneratedFleet} made of them.
 */
record CodecBench(Bench.Options options, Figures figures) {

    private static final int MACHINES = 10;
    private static final int WARM_UP = 20;
    private static final long SEED = 20_261_129;

    /** Times and readings of one machine. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Block(List<String> series, double[][] columns) {

        static Block of(Recording recording) {
            return new Block(recording.series(), withTimes(recording.at(), recording.columns()));
        }

        static Block of(GeneratedFleet fleet, GeneratedDay day) {
            return new Block(fleet.series(), withTimes(day.at(), day.columns()));
        }

        private static double[][] withTimes(long[] at, double[][] columns) {
            double[] times = Arrays.stream(at).asDoubleStream().toArray();
            return Stream.concat(Stream.of(times), Arrays.stream(columns)).toArray(double[][]::new);
        }

        /** Times do not count, but their bytes do. */
        long values() {
            return (long) series.size() * columns[0].length;
        }
    }

    void run(Path data) throws Exception {
        List<Block> days = days();
        bytes("codec.recorded_1s", List.of(Block.of(Recording.ofSeconds())));
        bytes("codec.recorded_10s", List.of(Block.of(Recording.ofTenSeconds())));
        bytes("codec.day", days);
        byMetric(days);
        for (int round = -WARM_UP; round < options.rounds(); round++) {
            time(days, round < 0 ? new Figures() : figures);
        }
        try (RunningServer server = RunningServer.start(data);
                Connection database = server.database()) {
            inDatabase(database, days);
        }
    }

    private static List<Block> days() {
        GeneratedFleet fleet = GeneratedFleet.of(GeneratedFleet.Habits.USUAL, SEED);
        List<Block> days = new ArrayList<>();
        for (int number = 0; number < MACHINES; number++) {
            days.add(Block.of(fleet, fleet.machine(number).day(number)));
        }
        return days;
    }

    private void bytes(String name, List<Block> blocks) {
        double values = blocks.stream().mapToLong(Block::values).sum();
        figures.add(name + ".bytes_per_value", sum(blocks, CodecBench::encoded) / values);
        figures.add(name + ".deflated.bytes_per_value", sum(blocks, block -> deflated(encoded(block))) / values);
        figures.add(name + ".deflate_alone.bytes_per_value", sum(blocks, block -> deflated(plain(block))) / values);
    }

    private void byMetric(List<Block> days) {
        Map<String, long[]> bytesAndValues = new TreeMap<>();
        for (Block day : days) {
            for (int column = 0; column < day.columns().length; column++) {
                String series = column == 0 ? "time" : day.series().get(column - 1);
                long[] sums = bytesAndValues.computeIfAbsent(series.replaceAll("\\{.*", ""), _ -> new long[2]);
                sums[0] += ColumnCodec.encode(day.columns()[column]).length;
                sums[1] += day.columns()[column].length;
            }
        }
        bytesAndValues.forEach(
                (metric, sums) -> figures.add("codec.day." + metric + ".bytes_per_value", (double) sums[0] / sums[1]));
    }

    private static double sum(List<Block> blocks, Function<Block, byte[]> bytes) {
        return blocks.stream().mapToLong(block -> bytes.apply(block).length).sum();
    }

    private static byte[] encoded(Block block) {
        return ColumnCodec.encode(block.columns());
    }

    private static byte[] plain(Block block) {
        ByteBuffer bytes = ByteBuffer.allocate(
                Arrays.stream(block.columns()).mapToInt(column -> column.length).sum() * Double.BYTES);
        for (double[] column : block.columns()) {
            Arrays.stream(column).forEach(bytes::putDouble);
        }
        return bytes.array();
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 1_000];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }

    private static void time(List<Block> days, Figures figures) {
        double values = days.stream().mapToLong(Block::values).sum();
        List<byte[]> encoded = new ArrayList<>();
        figures.add(
                "codec.encode.ns_per_value",
                nanos(() -> {
                            days.forEach(day -> encoded.add(encoded(day)));
                            return encoded;
                        })
                        / values);
        figures.add(
                "codec.decode.ns_per_value",
                nanos(() -> encoded.stream().map(ColumnCodec::decode).toList()) / values);
    }

    /** Of this thread's processor time. */
    private static double nanos(Supplier<List<?>> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (work.get().isEmpty()) {
            throw new IllegalStateException("nothing was done");
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private void inDatabase(Connection database, List<Block> days) throws SQLException {
        double values = days.stream().mapToLong(Block::values).sum();
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "CREATE TABLE bench_block (server_id integer PRIMARY KEY, columns bytea STORAGE EXTERNAL)");
            statement.execute("CREATE TABLE bench_pglz (server_id integer, place integer, "
                    + "readings double precision[] COMPRESSION pglz, PRIMARY KEY (server_id, place))");
        }
        store(database, days);
        figures.add("codec.table.bytes_per_value", size(database, "bench_block") / values);
        figures.add("codec.table_of_arrays_pglz.bytes_per_value", size(database, "bench_pglz") / values);
        for (int round = -1; round < options.rounds(); round++) {
            readBySql(database, days, round < 0 ? new Figures() : figures);
        }
    }

    private static void store(Connection database, List<Block> days) throws SQLException {
        try (PreparedStatement block = database.prepareStatement("INSERT INTO bench_block VALUES (?, ?)");
                PreparedStatement array = database.prepareStatement("INSERT INTO bench_pglz VALUES (?, ?, ?)")) {
            for (int server = 0; server < days.size(); server++) {
                double[][] columns = days.get(server).columns();
                block.setInt(1, server);
                block.setBytes(2, ColumnCodec.encode(columns));
                block.executeUpdate();
                for (int place = 0; place < columns.length; place++) {
                    array.setInt(1, server);
                    array.setInt(2, place);
                    array.setArray(
                            3,
                            database.createArrayOf(
                                    "float8",
                                    Arrays.stream(columns[place]).boxed().toArray()));
                    array.executeUpdate();
                }
            }
        }
    }

    private static double size(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('" + table + "')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void readBySql(Connection database, List<Block> days, Figures figures) throws SQLException {
        int columns = days.getFirst().columns().length;
        try (PreparedStatement query =
                database.prepareStatement("SELECT sum(cardinality(history_column(columns, ?))) FROM bench_block")) {
            long began = System.nanoTime();
            for (int place = 1; place <= columns; place++) {
                query.setInt(1, place);
                query.executeQuery().close();
            }
            figures.add("codec.sql.column_day_ms", (System.nanoTime() - began) / 1e6 / columns / days.size());
        }
    }
}
