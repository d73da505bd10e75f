package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.AlertRow;
import org.cmm.server.alert.AlertRows;
import org.cmm.server.alert.FilterCheck;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.incident.IncidentFilter.State;
import org.cmm.server.outage.CauseWords;
import org.cmm.server.outage.Outages;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.Spelling;

/** Puts the page of incidents together. */
@Singleton
class IncidentBoard {

    private static final int A_PAGE = 50;
    private static final int MOST_OPEN = 500;
    static final Comparator<IncidentRecord> WORST_FIRST = Comparator.comparing(IncidentRecord::severity)
            .thenComparing(IncidentRecord::openedAt)
            .thenComparingLong(IncidentRecord::id)
            .reversed();

    private final IncidentHistory history;
    private final Incidents incidents;
    private final AlertRows alerts;
    private final Outages outages;
    private final Servers servers;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    IncidentBoard(
            IncidentHistory history,
            Incidents incidents,
            AlertRows alerts,
            Outages outages,
            Servers servers,
            Listing listing,
            InstantSource clock,
            Settings settings) {
        this.history = history;
        this.incidents = incidents;
        this.alerts = alerts;
        this.outages = outages;
        this.servers = servers;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** Who looks, while a stream has no request any more. */
    record Reader(Language language, String name) {

        static Reader of(Visitor visitor) {
            return new Reader(visitor.language(), visitor.name());
        }
    }

    /** @throws org.cmm.server.platform.ProblemException naming whatever the query asks wrongly */
    IncidentPage page(IncidentQuery query, Reader reader) {
        FilterCheck check = new FilterCheck(servers, listing);
        IncidentFilter filter = query.filter(check);
        check.refuseFaults();
        long before = query.cursor().isEmpty()
                ? Long.MAX_VALUE
                : Cursor.valueOf(query.cursor()).id();
        boolean open = filter.state() == State.OPEN;
        int most = open ? MOST_OPEN : A_PAGE;
        List<IncidentRecord> found = history.list(filter, before, most + 1);
        List<IncidentRecord> shown = found.subList(0, Math.min(most, found.size()));
        IncidentWords words = IncidentWords.of(reader.language(), Optional.empty(), institution);
        return new IncidentPage(
                query,
                sentence(words),
                chips(query, words),
                listing.sites(),
                reader.name(),
                rows(open ? shown.stream().sorted(WORST_FIRST).toList() : shown, reader.language()),
                found.size() > most ? Cursor.at(shown.getLast().id()).toString() : "");
    }

    private String sentence(IncidentWords words) {
        int open = incidents.openCount();
        return switch (open) {
            case 0 -> words.messages().openNone();
            case 1 -> words.messages().openOne();
            default -> words.messages().openSome(words.figures().count(open));
        };
    }

    private List<IncidentPage.Chip> chips(IncidentQuery query, IncidentWords words) {
        return Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .map(severity -> {
                    String word = Spelling.of(severity);
                    boolean current = query.severity().equals(word);
                    return new IncidentPage.Chip(
                            word,
                            words.figures().count(history.openCount(severity)),
                            query.withSeverity(current ? "" : word).address("/incidents"),
                            current);
                })
                .toList();
    }

    List<IncidentRow> rows(List<IncidentRecord> shown, Language language) {
        Instant now = clock.instant();
        List<Long> numbers = shown.stream().map(IncidentRecord::leading).toList();
        Map<Long, AlertRow> leading = alerts.of(numbers, language);
        Map<Long, SiteVerdict> verdicts = outages.verdicts(numbers);
        return shown.stream()
                .map(incident -> row(
                        incident,
                        Optional.ofNullable(leading.get(incident.leading())),
                        Optional.ofNullable(verdicts.get(incident.leading()))
                                .map(SiteVerdict::cause)
                                .filter(cause -> cause != Cause.UNKNOWN),
                        language,
                        now))
                .toList();
    }

    private IncidentRow row(
            IncidentRecord incident,
            Optional<AlertRow> leading,
            Optional<Cause> cause,
            Language language,
            Instant now) {
        Optional<Site> site = site(incident);
        IncidentWords words = IncidentWords.of(language, site, institution);
        Instant end = Optional.ofNullable(incident.resolvedAt()).orElse(now);
        return new IncidentRow(
                incident.id(),
                IncidentWords.kind(incident, leading),
                words.title(incident, site, leading),
                cause.map(Spelling::of).orElse(""),
                cause.map(CauseWords.of(language)::name).orElse(""),
                words.stage(incident.stage()),
                IncidentWords.stageKind(incident.stage()),
                site.map(Site::name).orElse(""),
                words.figures().since(incident.openedAt(), now),
                words.figures().duration(Duration.between(incident.openedAt(), end)),
                incident.isOver() ? 0 : incident.openedAt().getEpochSecond(),
                incident.assignee(),
                incident.flapping(),
                leading.map(AlertRow::drill).orElse(0),
                incident.stage() == Stage.OPEN);
    }

    IncidentRow row(IncidentRecord incident, Language language) {
        return rows(List.of(incident), language).getFirst();
    }

    /** What it is called. */
    String title(IncidentRecord incident, Language language) {
        return row(incident, language).title();
    }

    /** Its own, or that of its server. */
    Optional<Site> site(IncidentRecord incident) {
        Integer own = incident.site();
        return own != null
                ? listing.site(own)
                : Optional.ofNullable(incident.server())
                        .flatMap(listing::server)
                        .map(Server::site)
                        .flatMap(listing::site);
    }
}
