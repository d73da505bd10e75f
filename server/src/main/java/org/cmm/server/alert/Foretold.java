package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.forecast.DiskForecast;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.metric.Series;

/** What is, or was, foretold of one server's volumes. */
record Foretold(Map<Series, DailyMaxima> known) {

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    Map<Series, Forecast> now() {
        Map<Series, Forecast> forecasts = new HashMap<>();
        known.forEach((series, maxima) -> forecasts.put(series, DiskForecast.of(maxima)));
        return forecasts;
    }

    /** What would have been foretold at the end of each day before {@code to} on which something was measured. */
    void eachDay(Instant from, Instant to, BiConsumer<Instant, Map<Series, Forecast>> reader) {
        for (long day = day(from); day < day(to); day++) {
            Map<Series, Forecast> forecasts = new HashMap<>();
            for (Map.Entry<Series, DailyMaxima> volume : known.entrySet()) {
                if (volume.getValue().holds(day)) {
                    forecasts.put(
                            volume.getKey(), DiskForecast.of(volume.getValue().until(day)));
                }
            }
            if (!forecasts.isEmpty()) {
                reader.accept(Instant.ofEpochSecond((day + 1) * DAY_SECONDS - 1), forecasts);
            }
        }
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
    }
}
