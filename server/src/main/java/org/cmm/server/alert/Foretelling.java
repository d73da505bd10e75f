package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.Map;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.metric.Series;
import org.cmm.server.forecast.ForecastListener;

/** Puts what is foretold of volumes before the rules. */
@Singleton
class Foretelling implements ForecastListener {

    private final AlertEngine engine;

    Foretelling(AlertEngine engine) {
        this.engine = engine;
    }

    @Override
    public void foretold(int server, Map<Series, DailyMaxima> known) {
        engine.foretell(server, new Foretold(known));
    }
}
