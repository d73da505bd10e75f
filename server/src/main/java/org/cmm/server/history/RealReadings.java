package org.cmm.server.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.cmm.server.fleet.DrillTimes.DrillTime;

/** Readings without those that drills made. */
public final class RealReadings {

    private RealReadings() {}

    /**
     * Passes on what no drill moved.
     *
     * @param drills of the one server that is read
     */
    public static Consumer<SampleRows> of(List<DrillTime> drills, Consumer<SampleRows> reader) {
        return rows -> {
            if (rows.count() > 0 && isReal(drills, rows.at()[0])) {
                reader.accept(rows);
            }
        };
    }

    /** Samples are read back one by one, so the first time of some rows is the time of all. */
    private static boolean isReal(List<DrillTime> drills, long atMillis) {
        Instant at = Instant.ofEpochMilli(atMillis);
        return drills.stream().noneMatch(drill -> drill.moves(at));
    }
}
