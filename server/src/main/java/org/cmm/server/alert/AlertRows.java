package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.forecast.Forecasts.Volume;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;

/** Alerts in words, for any page that shows some. */
@Singleton
public class AlertRows {

    private final AlertHistory history;
    private final RuleBook book;
    private final Forecasts forecasts;
    private final Servers servers;
    private final Listing listing;
    private final DrillTimes drills;
    private final InstantSource clock;
    private final ZoneId institution;

    AlertRows(
            AlertHistory history,
            RuleBook book,
            Forecasts forecasts,
            Servers servers,
            Listing listing,
            DrillTimes drills,
            InstantSource clock,
            Settings settings) {
        this.history = history;
        this.book = book;
        this.forecasts = forecasts;
        this.servers = servers;
        this.listing = listing;
        this.drills = drills;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** The alerts with these numbers, by number. */
    public Map<Long, AlertRow> of(Collection<Long> alerts, Language language) {
        Map<Long, AlertRow> rows = new HashMap<>();
        of(history.all(alerts), new AlertWords(language, institution)).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** In the order of the alerts. */
    List<AlertRow> of(List<AlertRecord> alerts, AlertWords words) {
        Map<Integer, Server> known = new HashMap<>();
        Instant now = clock.instant();
        List<DrillTime> practised =
                drills.around(alerts.stream().map(AlertRecord::raisedAt).toList());
        return alerts.stream()
                .map(alert -> row(
                        alert,
                        drill(alert, practised),
                        known.computeIfAbsent(
                                alert.server(), id -> servers.byId(id).orElseThrow()),
                        now,
                        words))
                .toList();
    }

    private String value(AlertRecord alert, Optional<Site> site, Instant now, AlertWords words) {
        if (alert.rule().equals(AlertKey.SILENT)) {
            return words.lastHeard(alert, words.figures(site), now);
        }
        Optional<RuleEntry> entry = book.inForce(alert.server()).find(alert.rule());
        return AlertWords.isForetold(entry)
                ? words.full(
                        alert,
                        forecasts.of(alert.server(), alert.subject()).flatMap(Volume::full),
                        site.map(Site::zone).orElse(institution),
                        now)
                : words.value(alert, entry);
    }

    static int drill(AlertRecord alert, List<DrillTime> drills) {
        return DrillTimes.latest(drills, drill -> drill.causes(alert.server(), alert.raisedAt()));
    }

    private AlertRow row(AlertRecord alert, int drill, Server server, Instant now, AlertWords words) {
        boolean silence = alert.rule().equals(AlertKey.SILENT);
        Optional<Site> site = listing.site(server.site());
        Optional<Instant> end = Optional.ofNullable(alert.clearedAt());
        Figures figures = words.figures(site);
        return new AlertRow(
                alert.id(),
                silence ? AlertKey.SILENT : alert.severity(),
                server.code(),
                server.name(),
                site.map(Site::name).orElse(""),
                words.rule(alert.rule()),
                AlertWords.part(alert.subject()),
                value(alert, site, now, words),
                silence ? "" : words.level(book.inForce(alert.server()).find(alert.rule()), alert.severity()),
                figures.since(alert.raisedAt(), now),
                figures.duration(Duration.between(alert.raisedAt(), end.orElse(now))),
                alert.raisedAt().getEpochSecond(),
                alert.unknown(),
                drill,
                end.map(at -> figures.since(at, now) + " · " + words.cause(alert))
                        .orElse(""));
    }
}
