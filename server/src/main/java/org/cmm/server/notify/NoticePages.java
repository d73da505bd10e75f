package org.cmm.server.notify;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** What the visitor wants to be told of, and what they were told last. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class NoticePages {

    private final Preferences preferences;
    private final PreferenceBoard board;
    private final Users users;
    private final Wording wording;
    private final Visitor visitor;

    NoticePages(Preferences preferences, PreferenceBoard board, Users users, Wording wording, Visitor visitor) {
        this.preferences = preferences;
        this.board = board;
        this.users = users;
        this.wording = wording;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        private Templates() {}

        static native TemplateInstance notices(PreferenceView view);
    }

    @GET
    public TemplateInstance mine() {
        return Templates.notices(board.page(me(), List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@Nullable MultivaluedMap<String, String> sent) {
        User user = me();
        PreferenceForm form = new PreferenceForm(new Form(sent), wording.preferences());
        Preference before = preferences.of(user);
        Preference wish = form.preference(board.sites(), before);
        Map<Integer, String> addresses = form.addresses(board.channels());
        List<FieldFault> faults = form.faults();
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.notices(board.again(user, wish, addresses, FieldFaults.of(faults))))
                    .build();
        }
        preferences.save(user, wish, addresses);
        return Response.seeOther(URI.create("/notices?done=saved")).build();
    }

    @POST
    @Path("test")
    public TemplateInstance test() {
        User user = me();
        return Templates.notices(board.page(user, preferences.test(user)));
    }

    private User me() {
        return Optional.of(visitor.userId())
                .filter(id -> id.isPresent())
                .flatMap(id -> users.byId(id.getAsInt()))
                .orElseThrow();
    }
}
