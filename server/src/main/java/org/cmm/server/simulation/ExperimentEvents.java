package org.cmm.server.simulation;

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
import java.util.function.Supplier;
import org.cmm.server.platform.PageStreams;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Tells open pages of experiments when there is something new to fetch. */
@Path("/experiments")
@Singleton
class ExperimentEvents {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final Experiments experiments;
    private final ExperimentBoard board;
    private final StudyBoard studies;
    private final PageStreams streams;

    ExperimentEvents(Experiments experiments, ExperimentBoard board, StudyBoard studies, PageStreams streams) {
        this.experiments = experiments;
        this.board = board;
        this.studies = studies;
        this.streams = streams;
    }

    @GET
    @Path("/events")
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> all(@QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        return streams.open(PACE, () -> news(board::digest, seen, sse));
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> one(
            @PathParam("id") int id, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        if (experiments.find(id).isEmpty()) {
            throw Problem.notFound("there is no experiment " + id).exception();
        }
        return streams.open(
                PACE,
                () -> news(
                        () -> experiments.find(id).map(ExperimentBoard::digest).orElse(""), seen, sse));
    }

    @GET
    @Path("/studies/{id}/events")
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> study(
            @PathParam("id") int id, @QueryParam("seen") @Nullable String seen, @Context Sse sse) {
        if (studies.isEmpty(id)) {
            throw Problem.notFound("there is no study " + id).exception();
        }
        return streams.open(PACE, () -> news(() -> studies.digest(id), seen, sse));
    }

    private static List<OutboundSseEvent> news(Supplier<String> digest, @Nullable String seen, Sse sse) {
        String now = digest.get();
        return now.equals(seen)
                ? List.of()
                : List.of(sse.newEventBuilder().name("again").id(now).data("-").build());
    }
}
