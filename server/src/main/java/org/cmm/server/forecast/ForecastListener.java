package org.cmm.server.forecast;

import java.util.Map;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.metric.Series;

/** Is told once an hour of what every volume is forecast from. Calls come one after another. */
public interface ForecastListener {

    /**
     * The volumes of one server.
     *
     * @param known by the series of the volume's used share; one of them at least
     */
    void foretold(int server, Map<Series, DailyMaxima> known);
}
