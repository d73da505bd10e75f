package org.cmm.server.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.history.Tier;
import org.cmm.server.access.Visitor;
import org.jspecify.annotations.Nullable;

/** History on disk, for administrators: first what a change would do, then the change. */
@Path("/history/disk")
@Singleton
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DiskPages {

    private final DiskBoard board;
    private final KeptDays kept;
    private final Visitor visitor;

    DiskPages(DiskBoard board, KeptDays kept, Visitor visitor) {
        this.board = board;
        this.kept = kept;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "history")
    static class Templates {
        private Templates() {}

        static native TemplateInstance disk(DiskView view);
    }

    /** With days of each tier: what they would change. */
    @GET
    public TemplateInstance page(@Context UriInfo address) {
        return Templates.disk(board.view(typed(address.getQueryParameters()), visitor.language()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@Nullable MultivaluedMap<String, String> sent) {
        Map<String, String> typed = typed(sent == null ? new MultivaluedHashMap<>() : sent);
        Optional<KeptDays.Setting> wanted =
                DiskBoard.read(typed).filter(setting -> setting.faults().isEmpty());
        if (wanted.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.disk(board.view(typed, visitor.language())))
                    .build();
        }
        kept.set(wanted.get());
        return Response.seeOther(URI.create("/history/disk?done=saved")).build();
    }

    /** Empty when none of them was sent. */
    private static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (Tier tier : Tier.values()) {
            String text = sent.getFirst(Retention.word(tier));
            if (text != null) {
                typed.put(Retention.word(tier), text);
            }
        }
        return typed;
    }
}
