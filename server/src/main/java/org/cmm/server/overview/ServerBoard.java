package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.ProcessLine;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Server;
import org.cmm.server.intake.Processes;
import org.cmm.server.outage.OutageRows;
import org.cmm.server.overview.ServerView.ProcessRow;
import org.cmm.server.overview.ServerView.ProcessTable;
import org.cmm.server.overview.ServerView.SpanLink;
import org.cmm.server.overview.ServerView.State;
import org.cmm.server.overview.ServerView.Trouble;
import org.cmm.server.overview.Span.Stretch;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Puts a server's page together. */
@Singleton
class ServerBoard {

    private static final int OUTAGES = 12;

    private final Machines machines;
    private final ServerFacts facts;
    private final Processes processes;
    private final ChartList charts;
    private final EventList events;
    private final OutageRows outages;
    private final InstantSource clock;
    private final ZoneId institution;

    ServerBoard(
            Machines machines,
            ServerFacts facts,
            Processes processes,
            ChartList charts,
            EventList events,
            OutageRows outages,
            InstantSource clock,
            Settings settings) {
        this.machines = machines;
        this.facts = facts;
        this.processes = processes;
        this.charts = charts;
        this.events = events;
        this.outages = outages;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** What somebody wants to see; without a stretch, the span that ends now. */
    record Request(Server server, Span span, @Nullable Stretch stretch, Language language) {}

    ServerView view(Request request) {
        Server server = request.server();
        Machine machine = machines.of(server);
        Wording wording = Wording.of(request.language(), institution);
        Instant now = clock.instant();
        Stretch stretch = request.stretch();
        Stretch shown = stretch == null ? Stretch.endingAt(now, request.span().length()) : stretch;
        Optional<Processes.Snapshot> snapshot = processes.of(server.id());
        boolean inPast = stretch != null && stretch.to() < now.getEpochSecond();
        return new ServerView(
                server,
                machine.site(),
                wording.zone(machine.site()).getId(),
                state(machine, snapshot, wording, now),
                machine.condition() == Condition.RETIRED,
                facts.of(machine, wording),
                spans(request, wording.words()),
                address(server, shown.before()),
                inPast ? later(request, shown.after(), now) : null,
                request.span().length().toSeconds(),
                charts.of(machine, wording.words()),
                snapshot.map(found -> table(found, wording.figures(machine.site()), wording, now))
                        .orElse(null),
                events.of(server, Wording.events(request.language()), wording.figures(machine.site())),
                outages.newest(server.id(), OUTAGES, request.language()),
                outages.choices(request.language()));
    }

    private static State state(Machine machine, Optional<Processes.Snapshot> snapshot, Wording wording, Instant now) {
        Reasons reasons = new Reasons(wording, now);
        List<Trouble> troubles = machine.alerts().size() < 2
                ? List.of()
                : machine.alerts().stream()
                        .map(alert -> new Trouble(reasons.shape(alert), reasons.of(machine, alert)))
                        .toList();
        return new State(
                machine.condition().shape(),
                wording.of(machine.condition()),
                sentence(machine, snapshot, wording, now),
                troubles);
    }

    private static String sentence(
            Machine machine, Optional<Processes.Snapshot> snapshot, Wording wording, Instant now) {
        Instant retired = machine.server().retiredAt();
        if (retired != null) {
            return wording.words()
                    .retiredSentence(wording.figures(machine.site()).since(retired, now));
        }
        Reasons reasons = new Reasons(wording, now);
        String reason = reasons.of(machine);
        return reason.isEmpty() ? wording.words().wellSentence() : reasons.withCulprit(reason, machine, snapshot);
    }

    private static List<SpanLink> spans(Request request, OverviewMessages words) {
        return Arrays.stream(Span.values())
                .map(span -> new SpanLink(
                        label(span, words),
                        "/servers/" + request.server().code() + "?span=" + span.word(),
                        request.stretch() == null && span == request.span()))
                .toList();
    }

    private static String label(Span span, OverviewMessages words) {
        return switch (span) {
            case HOUR -> words.hour();
            case DAY -> words.day();
            case WEEK -> words.week();
            case MONTH -> words.month();
            case YEAR -> words.year();
        };
    }

    private static String address(Server server, Stretch stretch) {
        return "/servers/" + server.code() + "?from=" + stretch.from() + "&to=" + stretch.to();
    }

    /** A stretch that would reach beyond now ends now, and lives. */
    private static String later(Request request, Stretch next, Instant now) {
        return next.to() > now.getEpochSecond()
                ? "/servers/" + request.server().code() + "?span="
                        + request.span().word()
                : address(request.server(), next);
    }

    private static ProcessTable table(Processes.Snapshot snapshot, Figures figures, Wording wording, Instant now) {
        String ago = figures.ago(Duration.between(snapshot.at(), now));
        List<ProcessRow> rows =
                snapshot.byCpu().stream().map(line -> row(line, figures)).toList();
        return new ProcessTable(wording.words().processes(ago), rows);
    }

    private static ProcessRow row(ProcessLine line, Figures figures) {
        return new ProcessRow(line.name(), figures.percent(line.cpu(), 1), figures.bytes(line.memoryBytes()));
    }
}
