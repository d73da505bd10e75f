package org.cmm.server.overview;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.PageStreams;
import org.jspecify.annotations.Nullable;

/** What changes on a fleet page while somebody looks at it, as a stream of server-sent events. */
@Path("/fleet/events")
@Singleton
class FleetEvents {

    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration RESTLESS_PACE = Duration.ofSeconds(15);

    private final FleetBoard board;
    private final PageStreams streams;
    private final Visitor visitor;

    FleetEvents(FleetBoard board, PageStreams streams, Visitor visitor) {
        this.board = board;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(
            @BeanParam FleetQuery query,
            @QueryParam("seen") @Nullable String seen,
            @HeaderParam("Last-Event-ID") @Nullable String lastId,
            @Context Sse sse) {
        Language language = visitor.language();
        String known = lastId == null || lastId.isEmpty() ? seen : lastId;
        FleetChanges changes = new FleetChanges(FleetDigest.parse(known == null ? "" : known), sse);
        return streams.open(
                query.order().restless() ? RESTLESS_PACE : PACE,
                () -> changes.since(board.view(query, language), page -> html(page, language)));
    }

    private static String html(TemplateInstance part, Language language) {
        return part.setLocale(language.locale()).render();
    }
}
