package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.core.incident.Entry;
import org.cmm.server.incident.IncidentTimeline;
import org.cmm.server.incident.IncidentTimeline.Line;
import org.cmm.server.incident.Incidents;
import org.cmm.server.notify.Happening.What;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Turns the lines of incidents' timelines that people are to be told of into notices: lines and notices in one
 * transaction, so that nothing that happens in between loses or doubles any.
 */
@Singleton
class IncidentNotices {

    private static final int MOST_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final IncidentTimeline timeline;
    private final Incidents incidents;
    private final Announcer announcer;
    private final IncidentFindings findings;
    private final InstantSource clock;

    IncidentNotices(
            Jdbi jdbi,
            IncidentTimeline timeline,
            Incidents incidents,
            Announcer announcer,
            IncidentFindings findings,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.timeline = timeline;
        this.incidents = incidents;
        this.announcer = announcer;
        this.findings = findings;
        this.clock = clock;
    }

    /** Whether there may be more. */
    boolean write() {
        Instant now = clock.instant();
        return jdbi.inTransaction(db -> {
            List<Line> untold = timeline.untold(db, MOST_AT_ONCE);
            List<Line> lines = untold.stream()
                    .takeWhile(line -> findings.isReady(db, line, now))
                    .toList();
            if (lines.isEmpty()) {
                return false;
            }
            announcer.tell(
                    db,
                    lines.stream().flatMap(line -> happening(db, line).stream()).toList(),
                    now);
            timeline.told(db, lines.stream().map(Line::id).toList(), now);
            return lines.size() == MOST_AT_ONCE;
        });
    }

    private Optional<Happening> happening(Handle db, Line line) {
        return what(line.entry().kind()).flatMap(what -> incidents
                .find(db, line.incident())
                .map(incident -> findings.happening(
                        db,
                        incident,
                        new IncidentFindings.Occasion(
                                line.id(),
                                what,
                                line.entry().severity(),
                                line.entry().at()))));
    }

    private static Optional<What> what(Entry.Kind kind) {
        return switch (kind) {
            case OPENED -> Optional.of(What.OPENED);
            case WORSENED, JOINED -> Optional.of(What.WORSENED);
            case REOPENED -> Optional.of(What.REOPENED);
            case FLAPPING -> Optional.of(What.FLAPPING);
            case STILL_THERE -> Optional.of(What.WINDOW_OVER);
            case ACKNOWLEDGEMENT_EXPIRED -> Optional.of(What.UNACKNOWLEDGED);
            case CAUSE -> Optional.of(What.CAUSE_REVISED);
            case RECOVERED -> Optional.of(What.RECOVERED);
            case EASED, ALERT_OVER, STEADY, ACKNOWLEDGED, ASSIGNED, STARTED, SNOOZED, NOTE, ESCALATED, CLOSED ->
                Optional.empty();
        };
    }
}
