package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.alert.AlertFilter.State;
import org.cmm.server.alert.AlertFilter.Stretch;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Figures;

/** Gathers what the page of alerts shows. */
@Singleton
class AlertList {

    private static final int MOST_OPEN = 500;
    private static final int A_PAGE = 50;
    private static final Comparator<AlertRecord> WORST_FIRST = Comparator.comparing(
                    (AlertRecord alert) -> Words.storedSeverity(alert.severity()))
            .thenComparing(AlertRecord::raisedAt)
            .thenComparing(AlertRecord::id)
            .reversed();

    private final AlertHistory history;
    private final RuleBook book;
    private final Servers servers;
    private final Listing listing;
    private final InstantSource clock;

    AlertList(AlertHistory history, RuleBook book, Servers servers, Listing listing, InstantSource clock) {
        this.history = history;
        this.book = book;
        this.servers = servers;
        this.listing = listing;
        this.clock = clock;
    }

    /**
     * What is shown.
     *
     * @param older cursor of the alerts that follow; empty at the end
     */
    record Shown(List<AlertRow> open, List<AlertRow> cleared, String older) {}

    /** @param before newer alerts were shown already; then open ones are left out */
    Shown show(AlertFilter filter, long before, AlertWords words) {
        boolean first = before == Long.MAX_VALUE;
        Map<Integer, Server> known = new HashMap<>();
        List<AlertRecord> open = filter.state() == State.CLEARED || !first
                ? List.of()
                : history.list(filter.with(State.OPEN), new Stretch(before, MOST_OPEN));
        List<AlertRecord> cleared = filter.state() == State.OPEN
                ? List.of()
                : history.list(filter.with(State.CLEARED), new Stretch(before, A_PAGE + 1));
        List<AlertRecord> page = cleared.subList(0, Math.min(A_PAGE, cleared.size()));
        return new Shown(
                rows(open.stream().sorted(WORST_FIRST).toList(), known, words),
                rows(page, known, words),
                cleared.size() > A_PAGE ? Long.toString(page.getLast().id()) : "");
    }

    private List<AlertRow> rows(List<AlertRecord> alerts, Map<Integer, Server> known, AlertWords words) {
        Instant now = clock.instant();
        return alerts.stream()
                .map(alert -> row(
                        alert,
                        known.computeIfAbsent(
                                alert.server(), id -> servers.byId(id).orElseThrow()),
                        now,
                        words))
                .toList();
    }

    private AlertRow row(AlertRecord alert, Server server, Instant now, AlertWords words) {
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
                silence ? words.lastHeard(alert, figures, now) : words.value(alert.value()),
                silence ? "" : words.level(book.find(alert.rule()), alert.severity()),
                figures.since(alert.raisedAt(), now),
                figures.duration(Duration.between(alert.raisedAt(), end.orElse(now))),
                alert.raisedAt().getEpochSecond(),
                end.map(at -> figures.since(at, now) + " · " + words.cause(alert))
                        .orElse(""));
    }
}
