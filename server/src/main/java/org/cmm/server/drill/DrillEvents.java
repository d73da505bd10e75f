package org.cmm.server.drill;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
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
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.PageStreams;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Tells an open page of a drill when there is something new to fetch. */
@Path("/drills/{id}/events")
@Singleton
class DrillEvents {

    private static final Duration PACE = Duration.ofSeconds(3);

    private final DrillTable table;
    private final DrillReport report;
    private final PageStreams streams;
    private final Visitor visitor;

    DrillEvents(DrillTable table, DrillReport report, PageStreams streams, Visitor visitor) {
        this.table = table;
        this.report = report;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(
            @PathParam("id") int id, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        if (table.find(id).isEmpty()) {
            throw Problem.notFound("there is no drill " + id).exception();
        }
        Language language = visitor.language();
        return streams.open(PACE, () -> {
            String now = table.find(id)
                    .map(drill -> report.of(drill, language).digest())
                    .orElse("gone");
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
