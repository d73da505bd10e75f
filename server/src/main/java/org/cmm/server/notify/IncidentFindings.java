package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry;
import org.cmm.core.metric.Series;
import org.cmm.core.notify.Trend;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.protocol.ProcessLine;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.Thresholds;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.forecast.Forecasts.Volume;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.incident.IncidentTimeline;
import org.cmm.server.incident.Incidents;
import org.cmm.server.incident.Incidents.AlertOfIncident;
import org.cmm.server.incident.Incidents.Summary;
import org.cmm.server.incident.Scope;
import org.cmm.server.intake.Processes;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Foretold;
import org.cmm.server.notify.Happening.Machine;
import org.cmm.server.notify.Happening.Place;
import org.cmm.server.notify.Happening.Several;
import org.cmm.server.notify.Happening.Trouble;
import org.cmm.server.notify.Happening.What;
import org.cmm.server.outage.Outages;
import org.cmm.server.outage.StoredOutage;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gathers what is known about an incident at the moment when people are told of it. */
@Singleton
class IncidentFindings {

    private static final int MOST_TROUBLES = 5;

    /** Agents look at processes every six minutes while a machine is busy. */
    private static final Duration FRESH = Duration.ofMinutes(8);

    private static final Duration OF_TREND = Duration.ofHours(1);
    private static final Duration FOR_A_VERDICT = Duration.ofSeconds(5);
    private static final int MOST_NAMES = 3;

    private final Incidents incidents;
    private final Servers servers;
    private final Listing listing;
    private final Sources sources;
    private final ZoneId institution;

    /** Where figures come from. */
    @Singleton
    record Sources(
            Thresholds thresholds,
            StoredSamples samples,
            Processes processes,
            Outages outages,
            Forecasts forecasts,
            DrillTimes drills) {}

    IncidentFindings(Incidents incidents, Servers servers, Listing listing, Sources sources, Settings settings) {
        this.incidents = incidents;
        this.servers = servers;
        this.listing = listing;
        this.sources = sources;
        this.institution = ZoneId.of(settings.zone());
    }

    /**
     * Why people are told now.
     *
     * @param line number of the timeline's line
     */
    record Occasion(long line, What what, Severity severity, Instant at) {}

    /**
     * Whether what people are to be told is known: a silence is judged within a moment, and its notice waits for that,
     * but not for long. Whatever comes after it waits with it, so that the order stays.
     */
    boolean isReady(Handle db, IncidentTimeline.Line line, Instant now) {
        if (line.entry().kind() != Entry.Kind.OPENED
                || !now.isBefore(line.entry().at().plus(FOR_A_VERDICT))) {
            return true;
        }
        List<Long> silences = silences(incidents.alerts(db, line.incident()));
        return silences.isEmpty() || !sources.outages().verdicts(silences).isEmpty();
    }

    Happening happening(Handle db, Summary incident, Occasion occasion) {
        List<AlertOfIncident> alerts = incidents.alerts(db, incident.id());
        Instant began = alerts.stream()
                .filter(alert -> alert.firing() && !occasion.what().isRecovery())
                .map(IncidentFindings::began)
                .min(Instant::compareTo)
                .orElse(incident.since());
        return new Happening(
                occasion.line(),
                incident.id(),
                occasion.what(),
                occasion.severity(),
                occasion.at(),
                began.isAfter(occasion.at()) ? occasion.at() : began,
                place(db, incident.scope(), alerts),
                findings(incident.scope(), alerts, occasion.at()),
                isDrill(alerts));
    }

    /** Whatever else there is besides a drill's doing is real, and told as such. */
    private boolean isDrill(List<AlertOfIncident> alerts) {
        List<AlertOfIncident> told = shown(alerts);
        List<DrillTime> practised = sources.drills()
                .around(told.stream().map(AlertOfIncident::raisedAt).toList());
        return !told.isEmpty()
                && told.stream().allMatch(alert -> practised.stream()
                        .anyMatch(drill -> drill.causes(alert.server(), alert.raisedAt())));
    }

    /** The value of a silence is how many seconds it had lasted when it was noticed. */
    private static Instant began(AlertOfIncident alert) {
        return isSilence(alert) ? alert.raisedAt().minusMillis(Math.round(alert.value() * 1000)) : alert.raisedAt();
    }

    private static boolean isSilence(AlertOfIncident alert) {
        return alert.rule().equals("silent");
    }

    /** Number of the site; null where there is none. */
    @Nullable
    Integer site(Scope scope) {
        return switch (scope) {
            case Scope.OfServer(int id) -> servers.byId(id).map(Server::site).orElse(null);
            case Scope.OfSite(int id) -> id;
        };
    }

    private Place place(Handle db, Scope scope, List<AlertOfIncident> alerts) {
        return switch (scope) {
            case Scope.OfServer(int id) -> {
                Optional<Server> server = servers.byId(id);
                Optional<Site> site = server.flatMap(one -> listing.site(one.site()));
                yield place(server.map(one -> new Machine(one.code(), one.name())), Several.ONE, site);
            }
            case Scope.OfSite(int id) ->
                place(Optional.empty(), several(shown(alerts), incidents.watched(db, id)), listing.site(id));
        };
    }

    private Several several(List<AlertOfIncident> alerts, int watched) {
        List<Integer> machines =
                alerts.stream().map(AlertOfIncident::server).distinct().toList();
        List<String> names = machines.stream()
                .flatMap(id -> servers.byId(id).stream())
                .map(Server::name)
                .sorted()
                .limit(MOST_NAMES)
                .toList();
        return new Several(machines.size(), Math.max(machines.size(), watched), names);
    }

    /** What fires, or all there was when nothing does any more. */
    private static List<AlertOfIncident> shown(List<AlertOfIncident> alerts) {
        boolean anyFires = alerts.stream().anyMatch(AlertOfIncident::firing);
        return alerts.stream().filter(alert -> alert.firing() || !anyFires).toList();
    }

    private static List<Long> silences(List<AlertOfIncident> alerts) {
        return alerts.stream()
                .filter(IncidentFindings::isSilence)
                .map(AlertOfIncident::id)
                .toList();
    }

    private Place place(Optional<Machine> machine, Several several, Optional<Site> site) {
        return new Place(
                machine,
                several,
                site.map(Site::id).orElse(null),
                site.map(Site::name).orElse(""),
                site.map(Site::zone).orElse(institution));
    }

    private Findings findings(Scope scope, List<AlertOfIncident> alerts, Instant at) {
        List<AlertOfIncident> all = shown(alerts);
        if (!(scope instanceof Scope.OfServer(int server))) {
            return because(verdict(silences(all)), List.of(), List.of());
        }
        List<AlertOfIncident> shown = all.stream().limit(MOST_TROUBLES).toList();
        List<Trouble> troubles = shown.stream()
                .map(alert ->
                        trouble(alert, alert.equals(shown.getFirst()) ? trend(alert, at) : OptionalDouble.empty()))
                .toList();
        boolean anyFires = alerts.stream().anyMatch(AlertOfIncident::firing);
        List<Long> silences = silences(shown);
        Optional<SiteVerdict> verdict = silences.isEmpty()
                ? Optional.empty()
                : verdict(silences).or(() -> sources.outages().at(server, at).map(IncidentFindings::verdict));
        return because(verdict, troubles, anyFires ? busiest(server, shown, at) : List.of());
    }

    private Optional<SiteVerdict> verdict(List<Long> silences) {
        List<SiteVerdict> known =
                List.copyOf(sources.outages().verdicts(silences).values());
        return known.isEmpty() ? Optional.empty() : Optional.of(SiteVerdict.of(known));
    }

    private static SiteVerdict verdict(StoredOutage outage) {
        return new SiteVerdict(outage.cause(), outage.verdict().confidence());
    }

    private static Findings because(Optional<SiteVerdict> verdict, List<Trouble> troubles, List<ProcessLine> busiest) {
        return new Findings(
                troubles,
                busiest,
                verdict.map(one -> Spelling.of(one.cause())).orElse(""),
                verdict.map(one -> Spelling.of(one.confidence())).orElse(""));
    }

    private Trouble trouble(AlertOfIncident alert, OptionalDouble perHour) {
        OptionalDouble level = sources.thresholds().of(alert.server(), alert.rule(), alert.severity());
        Measure measure = sources.thresholds()
                .measure(alert.server(), alert.rule(), alert.subject().split("\\{", 2)[0]);
        return new Trouble(
                alert.rule(),
                alert.subject(),
                alert.severity(),
                alert.value(),
                measure,
                level,
                perHour,
                foretold(alert));
    }

    private Optional<Foretold> foretold(AlertOfIncident alert) {
        return sources.thresholds().isForetold(alert.server(), alert.rule())
                ? Optional.of(new Foretold(
                        sources.forecasts().of(alert.server(), alert.subject()).flatMap(Volume::full)))
                : Optional.empty();
    }

    /** How the series went in the hour before; an hour of one machine is a few hundred rows. */
    private OptionalDouble trend(AlertOfIncident alert, Instant at) {
        if (alert.subject().isEmpty() || !alert.firing()) {
            return OptionalDouble.empty();
        }
        Series series = Series.parse(alert.subject());
        Trend trend = new Trend();
        sources.samples().eachOf(alert.server(), at.minus(OF_TREND), rows -> add(trend, rows, series, at));
        return trend.perHour();
    }

    private static void add(Trend trend, SampleRows rows, Series series, Instant until) {
        int column = rows.layout().column(series);
        for (int row = 0; column >= 0 && row < rows.count(); row++) {
            if (rows.at()[row] <= until.toEpochMilli()) {
                trend.add(
                        rows.at()[row] / 1000, rows.values()[row * rows.layout().columns() + column]);
            }
        }
    }

    private List<ProcessLine> busiest(int server, List<AlertOfIncident> shown, Instant at) {
        boolean silent = shown.stream().anyMatch(IncidentFindings::isSilence);
        return sources.processes()
                .of(server)
                .filter(snapshot -> !silent && snapshot.at().isAfter(at.minus(FRESH)))
                .map(snapshot ->
                        shown.getFirst().subject().startsWith("system.memory") ? snapshot.byMemory() : snapshot.byCpu())
                .orElse(List.of());
    }
}
