package org.cmm.server.notify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** The delivery log for reading. */
@Path("/notices/log")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("technician")
@RunOnVirtualThread
class LogPages {

    private static final int LINES = 50;

    private final DeliveryLog log;
    private final Wording wording;
    private final InstantSource clock;

    LogPages(DeliveryLog log, Wording wording, InstantSource clock) {
        this.log = log;
        this.wording = wording;
        this.clock = clock;
    }

    /** A state to choose. */
    record State(String word, String label) {}

    /** One attempt in words. */
    record Try(Instant at, String lasted, String outcome, String detail) {}

    /**
     * The list.
     *
     * @param older address of the next page; empty on the last
     */
    record LogView(List<LogLine> lines, List<State> states, String state, boolean first, String older) {}

    /** @param digest number of the digest that told it; 0 when it was told by itself */
    record OneView(LogLine line, String body, String brief, List<Try> tries, long digest, long incident) {

        public String number() {
            return Long.toString(incident);
        }
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        private Templates() {}

        static native TemplateInstance log(LogView view);

        static native TemplateInstance entry(OneView view);
    }

    @GET
    public TemplateInstance all(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("cursor") @Nullable Cursor cursor) {
        String known = DeliveryLog.STATES.contains(state) ? state : "";
        List<LogEntry> found = log.list(new DeliveryLog.Filter(known, 0), Cursor.before(cursor), LINES + 1);
        LogWords words = words();
        List<LogLine> lines = found.stream().limit(LINES).map(words::line).toList();
        String older = found.size() > LINES
                ? "/notices/log?state=" + known + "&cursor="
                        + Cursor.at(lines.getLast().id())
                : "";
        return Templates.log(new LogView(lines, states(wording.preferences()), known, cursor == null, older));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") long id) {
        LogEntry entry = log.find(id)
                .orElseThrow(() -> Problem.notFound("there is no notice " + id).exception());
        LogWords words = words();
        return Templates.entry(new OneView(
                words.line(entry),
                entry.body(),
                entry.brief(),
                entry.attempts().stream()
                        .map(attempt -> attempt(attempt, words))
                        .toList(),
                entry.digest() == null ? 0 : entry.digest(),
                entry.incident() == null ? 0 : entry.incident()));
    }

    private static Try attempt(LogEntry.Attempt attempt, LogWords words) {
        Instant end = attempt.endedAt();
        return new Try(
                attempt.begunAt(),
                end == null ? "" : words.figures().duration(Duration.between(attempt.begunAt(), end)),
                words.outcome(attempt.outcome()),
                attempt.detail());
    }

    private static List<State> states(PreferenceMessages words) {
        return List.of(
                new State("waiting", words.stateWaiting()),
                new State("sending", words.stateSending()),
                new State("sent", words.stateSent()),
                new State("merged", words.stateMerged()),
                new State("refused", words.stateRefused()),
                new State("expired", words.stateExpired()),
                new State("dropped", words.stateDropped()));
    }

    private LogWords words() {
        return new LogWords(wording.preferences(), wording.figures(), clock.instant());
    }
}
