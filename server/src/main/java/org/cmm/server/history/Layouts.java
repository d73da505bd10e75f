package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cmm.core.metric.Series;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Every layout ever announced. Layouts never change, so what was read once stays in memory. */
@Singleton
public class Layouts {

    private final Jdbi jdbi;
    private final ConcurrentHashMap<Integer, StoredLayout> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, StoredLayout> byFingerprint = new ConcurrentHashMap<>();

    Layouts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The layout of these series in this order; it gets a number when it is new. */
    public StoredLayout of(List<Series> series, int[] decimals) {
        String fingerprint = fingerprint(series, decimals);
        StoredLayout known = byFingerprint.get(fingerprint);
        return known != null ? known : remember(fingerprint, store(fingerprint, series, decimals));
    }

    /** The layout with this number, asking the database if need be; it blocks then. */
    public Optional<StoredLayout> find(int id) {
        StoredLayout known = byId.get(id);
        return known != null ? Optional.of(known) : load(id);
    }

    /** The layout with this number if it is in memory; never blocks. */
    public @Nullable StoredLayout known(int id) {
        return byId.get(id);
    }

    /** Takes a layout away; whoever announces it again gets another number. */
    void drop(List<Series> series, int[] decimals) {
        String fingerprint = fingerprint(series, decimals);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM layout WHERE fingerprint = ?", fingerprint));
        StoredLayout known = byFingerprint.remove(fingerprint);
        if (known != null) {
            byId.remove(known.id());
        }
    }

    private StoredLayout remember(String fingerprint, StoredLayout layout) {
        byId.put(layout.id(), layout);
        byFingerprint.put(fingerprint, layout);
        return layout;
    }

    private StoredLayout store(String fingerprint, List<Series> series, int[] decimals) {
        int id = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH added AS (
                            INSERT INTO layout (fingerprint, series, decimals)
                            VALUES (:fingerprint, :series, :decimals)
                            ON CONFLICT (fingerprint) DO NOTHING
                            RETURNING id)
                        SELECT id FROM added UNION ALL SELECT id FROM layout WHERE fingerprint = :fingerprint
                        LIMIT 1
                        """)
                .bind("fingerprint", fingerprint)
                .bindArray("series", String.class, texts(series))
                .bindArray(
                        "decimals",
                        Integer.class,
                        Arrays.stream(decimals).boxed().toList())
                .mapTo(Integer.class)
                .findOne()
                .orElseGet(() -> idOf(fingerprint)));
        return new StoredLayout(id, series, decimals);
    }

    /** Another process may have stored it between the two halves of the statement. */
    private int idOf(String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM layout WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .one());
    }

    private Optional<StoredLayout> load(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, series, decimals FROM layout WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> layout(
                                row.getInt("id"),
                                (String[]) row.getArray("series").getArray(),
                                (Integer[]) row.getArray("decimals").getArray()))
                        .findOne())
                .map(layout -> remember(fingerprint(layout.series(), layout.decimals()), layout));
    }

    private static StoredLayout layout(int id, String[] series, Integer[] decimals) {
        return new StoredLayout(
                id,
                Arrays.stream(series).map(Series::parse).toList(),
                Arrays.stream(decimals).mapToInt(Integer::intValue).toArray());
    }

    private static List<String> texts(List<Series> series) {
        return series.stream().map(Series::toString).toList();
    }

    private static String fingerprint(List<Series> series, int[] decimals) {
        return Secrets.fingerprint(IntStream.range(0, series.size())
                .mapToObj(column -> series.get(column) + " " + decimals[column])
                .collect(Collectors.joining("\n")));
    }
}
