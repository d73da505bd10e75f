package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.incident.Entry;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.server.access.Language;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.alert.AlertRow;
import org.cmm.server.alert.AlertRows;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.OutageRows;
import org.cmm.server.platform.Settings;
import org.jdbi.v3.core.Jdbi;

/** Puts the page of one incident together. */
@Singleton
class IncidentReport {

    private static final int MOST_ALERTS = 100;
    private static final int MOST_OUTAGES = 5;

    private final IncidentBoard board;
    private final IncidentHistory incidents;
    private final IncidentTimeline timeline;
    private final AlertRows alerts;
    private final OutageRows outages;
    private final EveryDuty duty;
    private final Listing listing;
    private final Users users;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final ZoneId institution;

    IncidentReport(
            IncidentBoard board,
            IncidentHistory incidents,
            IncidentTimeline timeline,
            AlertRows alerts,
            OutageRows outages,
            EveryDuty duty,
            Listing listing,
            Users users,
            Jdbi jdbi,
            InstantSource clock,
            Settings settings) {
        this.board = board;
        this.incidents = incidents;
        this.timeline = timeline;
        this.alerts = alerts;
        this.outages = outages;
        this.duty = duty;
        this.listing = listing;
        this.users = users;
        this.jdbi = jdbi;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    IncidentDetail of(IncidentRecord incident, Language language, String fault) {
        Instant now = clock.instant();
        Optional<Site> site = board.site(incident);
        IncidentWords words = IncidentWords.of(language, site, institution);
        List<Long> numbers = incidents.alerts(incident.id());
        Map<Long, AlertRow> rows = alerts.of(numbers.subList(0, Math.min(MOST_ALERTS, numbers.size())), language);
        List<Server> machines = incident.machines().stream()
                .flatMap(id -> listing.server(id).stream())
                .sorted(Comparator.comparing(Server::name))
                .toList();
        int more = incident.machineCount() - machines.size();
        return new IncidentDetail(
                board.row(incident, language),
                words.span(incident, now),
                facts(incident, words, now),
                lines(incident.id(), words, rows, now),
                rows.values().stream()
                        .sorted(Comparator.comparingLong(AlertRow::raisedAt))
                        .toList(),
                outages.ofAlerts(numbers, MOST_OUTAGES, language),
                duty.of(incident, now, language),
                machines.stream()
                        .map(server -> new IncidentDetail.Machine(server.code(), server.name()))
                        .toList(),
                more > 0 ? words.figures().count(more) : "",
                users.active().stream().map(User::name).toList(),
                machines.stream().findFirst().map(Server::code).orElse(""),
                site.map(Site::zone).orElse(institution).getId(),
                around(incident, now).from().getEpochSecond(),
                around(incident, now).until().getEpochSecond(),
                incident.isOver(),
                incident.stage() == Stage.CLOSED,
                fault);
    }

    private record Around(Instant from, Instant until) {}

    /** Half an hour before and after, or until now; a long one is shown with as much of its own length around. */
    private static Around around(IncidentRecord incident, Instant now) {
        Instant end = Optional.ofNullable(incident.resolvedAt()).orElse(now);
        Duration quarter = Duration.between(incident.openedAt(), end).dividedBy(4);
        Duration margin = quarter.compareTo(Duration.ofMinutes(30)) < 0 ? Duration.ofMinutes(30) : quarter;
        Instant after = end.plus(margin);
        return new Around(incident.openedAt().minus(margin), after.isAfter(now) ? now : after);
    }

    private static List<String> facts(IncidentRecord incident, IncidentWords words, Instant now) {
        List<String> facts = new ArrayList<>();
        IncidentMessages say = words.messages();
        if (incident.machineCount() > 1) {
            facts.add(say.machines(words.figures().count(incident.machineCount())));
        }
        if (!incident.assignee().isEmpty()) {
            facts.add(say.assignedTo(incident.assignee()));
        }
        Instant until = incident.acknowledgedUntil();
        if (!incident.acknowledgedBy().isEmpty()) {
            facts.add(
                    until == null
                            ? say.acknowledgedBy(incident.acknowledgedBy())
                            : say.acknowledgedUntil(
                                    incident.acknowledgedBy(), words.figures().since(until, now)));
        }
        Instant snooze = incident.snoozedUntil();
        if (snooze != null && !incident.isOver()) {
            facts.add(say.snoozedUntil(words.figures().since(snooze, now)));
        }
        return facts;
    }

    private List<IncidentDetail.Line> lines(
            long incident, IncidentWords words, Map<Long, AlertRow> alertRows, Instant now) {
        return jdbi.withHandle(db -> timeline.of(db, incident)).stream()
                .map(IncidentTimeline.Line::entry)
                .map(entry -> line(entry, words, alertRows, now))
                .toList();
    }

    private static IncidentDetail.Line line(
            Entry entry, IncidentWords words, Map<Long, AlertRow> alertRows, Instant now) {
        String about = entry.alert()
                .map(alertRows::get)
                .map(alert -> about(alert, entry))
                .orElse("");
        return new IncidentDetail.Line(
                words.figures().since(entry.at(), now),
                words.figures().moment(entry.at()),
                IncidentWords.lineKind(entry),
                words.line(entry, now),
                about,
                entry.kind() == Entry.Kind.NOTE ? entry.text() : "",
                words.telling(entry));
    }

    private static String about(AlertRow alert, Entry entry) {
        String trouble = alert.part().isEmpty() ? alert.rule() : alert.rule() + " " + alert.part();
        boolean began = entry.kind() == Entry.Kind.OPENED
                || entry.kind() == Entry.Kind.JOINED
                || entry.kind() == Entry.Kind.REOPENED;
        return began && !alert.value().isEmpty()
                ? "%s: %s, %s".formatted(alert.serverName(), trouble, alert.value())
                : "%s: %s".formatted(alert.serverName(), trouble);
    }
}
