package org.cmm.server.overview;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.overview.ServerPage.Templates;
import org.cmm.server.platform.PageStreams;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What changes on a server's page beside its charts, as a stream of server-sent events. */
@Path("/servers/{code}/events")
@Singleton
class ServerEvents {

    private static final Duration PACE = Duration.ofSeconds(3);

    private final Servers servers;
    private final ServerBoard board;
    private final PageStreams streams;
    private final Visitor visitor;

    ServerEvents(Servers servers, ServerBoard board, PageStreams streams, Visitor visitor) {
        this.servers = servers;
        this.board = board;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(@PathParam("code") String code, @Context Sse sse) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        Language language = visitor.language();
        Changes changes = new Changes(sse, language);
        return streams.open(
                PACE, () -> changes.since(board.view(new ServerBoard.Request(server, Span.HOUR, null, language))));
    }

    /** Remembers what one page shows; used by one stream, one view at a time. */
    private static final class Changes {
        private final Sse sse;
        private final Language language;
        private @Nullable ServerView shown;

        Changes(Sse sse, Language language) {
            this.sse = sse;
            this.language = language;
        }

        synchronized List<OutboundSseEvent> since(ServerView view) {
            ServerView before = shown;
            shown = view;
            List<OutboundSseEvent> events = new ArrayList<>();
            if (before == null || !before.state().equals(view.state())) {
                events.add(part(Templates.serverState(view)));
            }
            if (before == null || !before.facts().equals(view.facts())) {
                events.add(part(Templates.serverFacts(view)));
            }
            return events;
        }

        private OutboundSseEvent part(TemplateInstance html) {
            return sse.newEventBuilder()
                    .name("part")
                    .mediaType(MediaType.TEXT_HTML_TYPE)
                    .data(html.setLocale(language.locale()).render())
                    .build();
        }
    }
}
