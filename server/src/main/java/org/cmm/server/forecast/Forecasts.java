package org.cmm.server.forecast;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.forecast.DiskForecast;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.forecast.Forecast.Filling;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.history.RealReadings;
import org.cmm.server.history.StoredSamples;
import org.jboss.logging.Logger;

/** When every volume will be full, as far as anybody can tell; in memory, and made anew every hour. */
@Singleton
public class Forecasts {

    private static final Logger LOG = Logger.getLogger(Forecasts.class);

    /** As far back as a rule can be tried. */
    private static final int KEPT_DAYS = 2 * DiskForecast.WINDOW + 20;

    /** Samples may wait so long on their way to {@link VolumeDays}. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration LONG_DOWNTIME = Duration.ofDays(3);
    private static final Duration LONG_LOOK = Duration.ofHours(1);

    private final VolumeDays days;
    private final VolumeDayTable table;
    private final StoredSamples samples;
    private final LatestSamples latest;
    private final Servers servers;
    private final DrillTimes drills;
    private final List<ForecastListener> listeners;
    private final InstantSource clock;
    private final ConcurrentHashMap<Integer, List<Volume>> byServer = new ConcurrentHashMap<>();

    private volatile boolean caughtUp;

    Forecasts(
            VolumeDays days,
            VolumeDayTable table,
            StoredSamples samples,
            LatestSamples latest,
            Servers servers,
            DrillTimes drills,
            @All List<ForecastListener> listeners,
            InstantSource clock) {
        this.days = days;
        this.table = table;
        this.samples = samples;
        this.latest = latest;
        this.servers = servers;
        this.drills = drills;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * One volume.
     *
     * @param subject series of its used share
     * @param asOf time of the sample that the forecast counts from
     */
    public record Volume(Series subject, Forecast forecast, Instant asOf) {

        /** Between which times it will be full; empty when nothing is foretold. */
        public Optional<FullBetween> full() {
            return forecast instanceof Filling filling
                    ? Optional.of(new FullBetween(
                            asOf.plus(filling.soonest()), asOf.plus(filling.likely()), asOf.plus(filling.latest())))
                    : Optional.empty();
        }
    }

    /** Times between which a volume will be full. */
    public record FullBetween(Instant soonest, Instant likely, Instant latest) {}

    /** The volumes of one server, in the order of their series; nothing before the first hour. */
    public List<Volume> of(int server) {
        return byServer.getOrDefault(server, List.of());
    }

    /** One volume of one server. */
    public Optional<Volume> of(int server, String subject) {
        return of(server).stream()
                .filter(volume -> volume.subject().toString().equals(subject))
                .findFirst();
    }

    /** The daily maxima of one server's volumes, as many days as are kept. */
    public Map<Series, DailyMaxima> known(int server) {
        return table.of(server, today().minusDays(KEPT_DAYS));
    }

    /** Puts the maxima of what came in on disk. */
    synchronized void write() {
        Instant now = clock.instant();
        List<VolumeDays.VolumeDay> drained = days.drain();
        try {
            table.raise(drained);
        } catch (RuntimeException e) {
            days.putBack(drained);
            throw e;
        }
        if (caughtUp) {
            table.knowUntil(now.minus(OVERLAP));
        }
    }

    /**
     * Looks at the samples that came in while nobody gathered maxima: a look every five minutes, or every hour of a
     * long time. What drills wrote is left out, as it is of samples that come in.
     */
    synchronized void catchUp() {
        Instant now = clock.instant();
        Instant earliest = now.minus(Duration.ofDays(DiskForecast.WINDOW));
        Instant until = table.knownUntil().filter(earliest::isBefore).orElse(earliest);
        Duration look = until.isBefore(now.minus(LONG_DOWNTIME)) ? LONG_LOOK : LOOK;
        Map<Integer, List<DrillTime>> practised =
                drills.between(until, now).stream().collect(Collectors.groupingBy(DrillTime::server));
        for (Server server : servers.active()) {
            List<DrillTime> own = practised.getOrDefault(server.id(), List.of());
            samples.eachLook(server.id(), until, now, look, RealReadings.of(own, days::found));
        }
        caughtUp = true;
        write();
    }

    /** Foretells every volume anew, and tells whoever wants to know. */
    synchronized void renew() {
        table.each(today().minusDays(KEPT_DAYS), this::renew);
    }

    synchronized void forget(Collection<Integer> ids) {
        byServer.keySet().removeAll(ids);
    }

    /** Keeps what has come in, at once: what is asked of {@link #known} then has it. */
    public void keepNow() {
        write();
    }

    /** Foretells at once what the next hour would bring. */
    public void renewNow() {
        write();
        renew();
    }

    void forgetOld() {
        table.forgetBefore(today().minusDays(KEPT_DAYS));
    }

    private void renew(int server, Map<Series, DailyMaxima> known) {
        Instant asOf = latest.of(server)
                .map(sample -> Instant.ofEpochMilli(sample.atMillis()))
                .orElse(clock.instant());
        byServer.put(
                server,
                known.entrySet().stream()
                        .map(volume -> new Volume(volume.getKey(), DiskForecast.of(volume.getValue()), asOf))
                        .sorted(Comparator.comparing(Volume::subject))
                        .toList());
        for (ForecastListener listener : listeners) {
            try {
                listener.foretold(server, known);
            } catch (RuntimeException e) {
                LOG.warnf(e, "What is foretold of server %d is not told to %s", server, listener.getClass());
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
