package org.cmm.server.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Span;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.Downtimes;
import org.cmm.server.outage.OutageRow;
import org.cmm.server.outage.OutageRows;
import org.cmm.server.platform.Settings;

/** What happened while somebody was away, after a cut or a night. */
@Path("/catch-up")
@Singleton
class CatchUpPages {

    private static final List<Integer> HOURS = List.of(1, 12, 24, 72, 168);
    private static final int A_DAY = 24;
    private static final int MOST = 200;
    private static final Duration WORTH_SAYING = Duration.ofMinutes(2);

    private final IncidentHistory history;
    private final IncidentBoard board;
    private final OutageRows outages;
    private final Downtimes downtimes;
    private final Visitor visitor;
    private final InstantSource clock;
    private final ZoneId institution;

    CatchUpPages(
            IncidentHistory history,
            IncidentBoard board,
            OutageRows outages,
            Downtimes downtimes,
            Visitor visitor,
            InstantSource clock,
            Settings settings) {
        this.history = history;
        this.board = board;
        this.outages = outages;
        this.downtimes = downtimes;
        this.visitor = visitor;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    @CheckedTemplate(basePath = "incident")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance catchUp(Page page);
    }

    /**
     * The page, as its template knows it.
     *
     * @param downtimes sentences about CMM's own absence
     */
    record Page(
            int hours,
            List<Choice> choices,
            List<String> downtimes,
            List<IncidentRow> open,
            List<IncidentRow> over,
            List<OutageRow> outages) {

        /** A time to look back. */
        record Choice(int hours, String label, boolean current) {}
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@QueryParam("hours") @DefaultValue("24") String hours) {
        int chosen = HOURS.stream()
                .filter(known -> known.toString().equals(hours))
                .findFirst()
                .orElse(A_DAY);
        Language language = visitor.language();
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofHours(chosen));
        IncidentWords words = IncidentWords.of(language, Optional.empty(), institution);
        IncidentFilter open = new IncidentFilter(
                IncidentFilter.State.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return Templates.catchUp(new Page(
                chosen,
                HOURS.stream()
                        .map(one -> new Page.Choice(one, label(one, words.messages()), one == chosen))
                        .toList(),
                downtimes(new Span(since, now), words, now),
                board.rows(
                        history.list(open, Long.MAX_VALUE, MOST).stream()
                                .sorted(IncidentBoard.WORST_FIRST)
                                .toList(),
                        language),
                board.rows(history.overSince(since, MOST), language),
                outages.since(since, MOST, language)));
    }

    private List<String> downtimes(Span span, IncidentWords words, Instant now) {
        return downtimes.during(span).stream()
                .filter(down -> Duration.between(down.from(), down.to()).compareTo(WORTH_SAYING) > 0)
                .map(down -> words.messages()
                        .ownDowntime(
                                words.figures().since(down.from(), now),
                                words.figures().since(down.to(), now)))
                .toList();
    }

    private static String label(int hours, IncidentMessages words) {
        return switch (hours) {
            case 1 -> words.hours1();
            case 12 -> words.hours12();
            case 24 -> words.hours24();
            case 72 -> words.hours72();
            default -> words.days7();
        };
    }
}
