package org.cmm.server.incident;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.PageStreams;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Tells an open page of incidents, or of one, when there is something new to fetch. */
@Path("/incidents")
@Singleton
class IncidentEvents {

    private static final Duration PACE = Duration.ofSeconds(3);

    private final IncidentBoard board;
    private final IncidentReport report;
    private final IncidentHistory incidents;
    private final PageStreams streams;
    private final Visitor visitor;

    IncidentEvents(
            IncidentBoard board,
            IncidentReport report,
            IncidentHistory incidents,
            PageStreams streams,
            Visitor visitor) {
        this.board = board;
        this.report = report;
        this.incidents = incidents;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @Path("/events")
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> all(
            @BeanParam IncidentQuery query, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        IncidentBoard.Reader reader = IncidentBoard.Reader.of(visitor);
        return again(sse, seen, () -> board.page(query, reader).digest());
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> one(
            @PathParam("id") long id, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        Language language = visitor.language();
        if (incidents.find(id).isEmpty()) {
            throw Problem.notFound("there is no incident " + id).exception();
        }
        return again(sse, seen, () -> incidents
                .find(id)
                .map(found -> report.of(found, language, "").digest())
                .orElse("gone"));
    }

    private Multi<OutboundSseEvent> again(Sse sse, @Nullable String seen, Supplier<String> digest) {
        return streams.open(PACE, () -> {
            String now = digest.get();
            return now.equals(seen)
                    ? List.of()
                    : List.of(sse.newEventBuilder()
                            .name("again")
                            .id(now)
                            .data("-")
                            .build());
        });
    }
}
