package org.cmm.server.alert;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.jspecify.annotations.Nullable;

/** Tells an open page of alerts when there is something new to fetch. */
@Path("/alerts/events")
@Singleton
class AlertEvents {

    private static final Duration PACE = Duration.ofSeconds(3);

    private final AlertBoard board;
    private final PageStreams streams;
    private final Visitor visitor;

    AlertEvents(AlertBoard board, PageStreams streams, Visitor visitor) {
        this.board = board;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(
            @BeanParam AlertQuery query, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        Language language = visitor.language();
        return streams.open(PACE, () -> {
            String digest = board.page(query, language).digest();
            return digest.equals(seen)
                    ? List.of()
                    : List.of(sse.newEventBuilder()
                            .name("again")
                            .id(digest)
                            .data("-")
                            .build());
        });
    }
}
