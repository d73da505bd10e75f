package org.cmm.server.forecast;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Daily maxima, on disk and on their way there, and forecasts. */
@Singleton
class ForecastTraces implements Traces {

    private final VolumeDays days;
    private final Forecasts forecasts;

    ForecastTraces(VolumeDays days, Forecasts forecasts) {
        this.days = days;
        this.forecasts = forecasts;
    }

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        db.execute("DELETE FROM volume_day WHERE server_id = ANY (?)", (Object)
                gone.servers().toArray(Integer[]::new));
    }

    @Override
    public void forget(Gone gone) {
        days.forget(gone.servers());
        forecasts.forget(gone.servers());
    }
}
