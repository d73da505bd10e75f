package org.cmm.server.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** The demo fleet for administrators: what it is, how far it is, and its end. */
@Path("/demo")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
class DemoPages {

    private final Demo demo;
    private final Visitor visitor;
    private final ZoneId institution;

    DemoPages(Demo demo, Visitor visitor, Settings settings) {
        this.demo = demo;
        this.visitor = visitor;
        this.institution = ZoneId.of(settings.zone());
    }

    @CheckedTemplate(basePath = "demo")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance demo(DemoPage page);
    }

    @GET
    public TemplateInstance page() {
        return Templates.demo(DemoPage.of(demo.now(), demo.progress(), visitor.language(), institution));
    }

    /** Two clicks are one demo fleet, and a call without the form's field is none. */
    @POST
    public Response add(@FormParam("wanted") @Nullable String wanted) {
        if ("yes".equals(wanted) && demo.now().isEmpty()) {
            demo.add(DemoWish.USUAL, visitor.name());
        }
        return back();
    }

    @POST
    @Path("/life")
    public Response live(@FormParam("alive") @Nullable String alive) {
        if (demo.now().isPresent()) {
            demo.keepAlive("on".equals(alive));
        }
        return back();
    }

    @POST
    @Path("/remove")
    public Response remove() {
        demo.remove();
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/demo")).build();
    }
}
