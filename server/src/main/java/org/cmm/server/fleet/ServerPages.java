package org.cmm.server.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.FormFaults;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Forms to add, change, retire and restore a server. */
@Path("/servers")
@Singleton
@RolesAllowed("technician")
@Produces(MediaType.TEXT_HTML)
class ServerPages {

    private static final int MOST_TAGS = 12;

    private final Servers servers;
    private final ServerChanges changes;
    private final Listing listing;
    private final Sites sites;
    private final VisitorWords words;
    private final Visitor visitor;
    private final Settings settings;

    ServerPages(
            Servers servers,
            ServerChanges changes,
            Listing listing,
            Sites sites,
            VisitorWords words,
            Visitor visitor,
            Settings settings) {
        this.servers = servers;
        this.changes = changes;
        this.listing = listing;
        this.sites = sites;
        this.words = words;
        this.visitor = visitor;
        this.settings = settings;
    }

    @CheckedTemplate(basePath = "fleet")
    static class Templates {
        private Templates() {}

        /** @param tags that other servers have, most used first */
        static native TemplateInstance serverForm(
                @Nullable Server server,
                ServerDraft draft,
                String newSite,
                List<Site> sites,
                List<String> tags,
                FormFaults faults);

        static native TemplateInstance retire(Server server, @Nullable String fault);
    }

    @GET
    @Path("/new")
    public TemplateInstance empty() {
        return form(null, ServerDraft.empty().withCode(changes.freeCode()), "", List.of());
    }

    @POST
    @Path("/new")
    public Response add(@BeanParam ServerForm form) {
        return answer(null, form, "added", draft -> changes.add(draft, words.now()));
    }

    @GET
    @Path("/{code}/edit")
    public TemplateInstance filled(@PathParam("code") String code) {
        Server server = known(code);
        return form(server, changes.draft(server), "", List.of());
    }

    @POST
    @Path("/{code}/edit")
    public Response change(@PathParam("code") String code, @BeanParam ServerForm form) {
        Server server = known(code);
        return answer(server, form, "saved", draft -> changes.change(server, draft, words.now()));
    }

    @GET
    @Path("/{code}/retire")
    public TemplateInstance askToRetire(@PathParam("code") String code) {
        return Templates.retire(known(code), null);
    }

    @POST
    @Path("/{code}/retire")
    public Response retire(@PathParam("code") String code) {
        changes.retire(known(code));
        return Response.seeOther(page(code, "retired")).build();
    }

    @POST
    @Path("/{code}/restore")
    public Response restore(@PathParam("code") String code) {
        Server server = known(code);
        return changes.restore(server)
                .map(other -> Response.status(409)
                        .entity(Templates.retire(server, words.now().enrolledAgain(other)))
                        .build())
                .orElseGet(() -> Response.seeOther(page(code, "restored")).build());
    }

    private Response answer(
            @Nullable Server server, ServerForm form, String done, Function<ServerDraft, List<FieldFault>> change) {
        Wanted wanted = wanted(form);
        List<FieldFault> faults = wanted.faults().isEmpty() ? change.apply(wanted.draft()) : wanted.faults();
        if (faults.isEmpty()) {
            return Response.seeOther(page(wanted.draft().code(), done)).build();
        }
        return Response.status(422)
                .entity(form(server, wanted.draft(), wanted.newSite(), faults))
                .build();
    }

    private record Wanted(ServerDraft draft, String newSite, List<FieldFault> faults) {}

    /** An administrator may name a new site on the way; it is added once everything else is right. */
    private Wanted wanted(ServerForm form) {
        ServerDraft draft = form.draft();
        String name = Text.stripped(form.newSite());
        if (name.isEmpty() || !visitor.isAdmin()) {
            return new Wanted(draft, "", List.of());
        }
        List<FieldFault> faults = new ServerCheck(words.now()).faults(draft);
        if (!faults.isEmpty()) {
            return new Wanted(draft, name, faults);
        }
        List<FieldFault> refused = sites.add(new SiteDraft(name, settings.zone()), words.now()).stream()
                .map(fault -> new FieldFault("newSite", fault.detail()))
                .toList();
        return refused.isEmpty()
                ? new Wanted(draft.onSite(listing.siteNamed(name).map(Site::id).orElse(null)), "", List.of())
                : new Wanted(draft, name, refused);
    }

    private TemplateInstance form(@Nullable Server server, ServerDraft draft, String newSite, List<FieldFault> faults) {
        return Templates.serverForm(
                server, draft, newSite, listing.sites(), listing.tags(MOST_TAGS), FormFaults.of(faults));
    }

    private Server known(String code) {
        return servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                .exception());
    }

    private static URI page(String code, String done) {
        return URI.create("/servers/" + code + "?done=" + done);
    }
}
