package org.cmm.server.forecast;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.history.SampleListener;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredLayout;
import org.jspecify.annotations.Nullable;

/**
 * The highest used share of each volume on each day, as samples come in, late ones too, until {@link #drain} hands them
 * over to be written. Each server's part is guarded by its own monitor, which is held for microseconds.
 */
@Singleton
class VolumeDays implements SampleListener {

    private static final long DAY_MILLIS = 86_400_000;

    private final ConcurrentHashMap<Integer, OneServer> byServer = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, int[]> columns = new ConcurrentHashMap<>();

    private final DrillTimes drills;

    VolumeDays(DrillTimes drills) {
        this.drills = drills;
    }

    /**
     * A volume's day.
     *
     * @param day since 1970, by UTC
     */
    record VolumeDay(int server, Series subject, long day, float most) {}

    private record Key(Series subject, long day) {}

    @Override
    public void stored(SampleRows rows) {
        if (!drills.practises(rows.server())) {
            found(rows);
        }
    }

    /** Samples that no drill has moved. */
    void found(SampleRows rows) {
        int[] volumes = columns.computeIfAbsent(rows.layout().id(), _ -> volumes(rows.layout()));
        if (volumes.length > 0) {
            byServer.computeIfAbsent(rows.server(), _ -> new OneServer()).add(rows, volumes);
        }
    }

    /** What has come since the last time, each volume and day once. */
    List<VolumeDay> drain() {
        List<VolumeDay> drained = new ArrayList<>();
        byServer.forEach((server, one) -> one.drain(server, drained));
        return drained;
    }

    /** Drops what has come of these servers. */
    void forget(Collection<Integer> servers) {
        byServer.keySet().removeAll(servers);
    }

    /** Takes back what could not be written. */
    void putBack(List<VolumeDay> days) {
        days.forEach(day -> byServer.computeIfAbsent(day.server(), _ -> new OneServer())
                .keep(new Key(day.subject(), day.day()), day.most()));
    }

    private static int[] volumes(StoredLayout layout) {
        return IntStream.range(0, layout.columns())
                .filter(column -> layout.series().get(column).metric().equals(Metrics.FILESYSTEM_UTILIZATION.name()))
                .toArray();
    }

    /** The day that samples are coming in for, and others beside it. */
    private static final class OneServer {

        private @Nullable StoredLayout layout;
        private int[] volumes = {};
        private float[] most = {};
        private long day;
        private Map<Key, Float> others = Map.of();

        synchronized void add(SampleRows rows, int[] volumes) {
            int columns = rows.layout().columns();
            for (int row = 0; row < rows.count(); row++) {
                long rowDay = Math.floorDiv(rows.at()[row], DAY_MILLIS);
                if (rowDay != day || !rows.layout().equals(layout)) {
                    turnTo(rowDay, rows.layout(), volumes);
                }
                for (int index = 0; index < volumes.length; index++) {
                    float share = (float) rows.values()[row * columns + volumes[index]];
                    if (share > most[index]) {
                        most[index] = share;
                    }
                }
            }
        }

        synchronized void drain(int server, List<VolumeDay> drained) {
            keepAll();
            others.forEach((key, share) -> drained.add(new VolumeDay(server, key.subject(), key.day(), share)));
            others = Map.of();
        }

        synchronized void keep(Key key, float share) {
            if (others.isEmpty()) {
                others = new HashMap<>();
            }
            others.merge(key, share, Math::max);
        }

        private void turnTo(long rowDay, StoredLayout next, int[] nextVolumes) {
            keepAll();
            day = rowDay;
            layout = next;
            volumes = nextVolumes;
            most = new float[nextVolumes.length];
            Arrays.fill(most, -1);
        }

        private void keepAll() {
            for (int index = 0; index < most.length; index++) {
                if (layout != null && most[index] >= 0) {
                    keep(new Key(layout.series().get(volumes[index]), day), most[index]);
                    most[index] = -1;
                }
            }
        }
    }
}
