package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.incident.Entry;
import org.cmm.server.access.Language;
import org.jdbi.v3.core.Jdbi;

/** What was recorded and not told, by what held it back. */
@Singleton
public class HeldBack {

    private static final int MOST = 200;

    private final Jdbi jdbi;
    private final IncidentTimeline timeline;
    private final IncidentHistory history;
    private final IncidentBoard board;
    private final InstantSource clock;

    HeldBack(Jdbi jdbi, IncidentTimeline timeline, IncidentHistory history, IncidentBoard board, InstantSource clock) {
        this.jdbi = jdbi;
        this.timeline = timeline;
        this.history = history;
        this.board = board;
        this.clock = clock;
    }

    /**
     * A line of a timeline, in words.
     *
     * @param incident its number
     * @param title what the incident is called
     */
    public record Line(long incident, String title, String at, String kind, String text) {}

    public int count(String heldBack) {
        return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM incident_entry WHERE held_back = :heldBack")
                .bind("heldBack", heldBack)
                .mapTo(Integer.class)
                .one());
    }

    /** The newest first, at most 200. */
    public List<Line> by(String heldBack, Language language, ZoneId zone) {
        List<IncidentTimeline.Line> kept = jdbi.withHandle(db -> timeline.heldBack(db, heldBack, MOST));
        Map<Long, String> titles = new LinkedHashMap<>();
        for (IncidentTimeline.Line line : kept) {
            titles.computeIfAbsent(line.incident(), id -> history.find(id)
                    .map(found -> board.title(found, language))
                    .orElse(""));
        }
        IncidentWords words = IncidentWords.of(language, Optional.empty(), zone);
        List<Line> lines = new ArrayList<>();
        for (IncidentTimeline.Line line : kept) {
            Entry entry = line.entry();
            lines.add(new Line(
                    line.incident(),
                    titles.getOrDefault(line.incident(), ""),
                    words.figures().since(entry.at(), clock.instant()),
                    IncidentWords.lineKind(entry),
                    words.line(entry, clock.instant())));
        }
        return lines;
    }
}
