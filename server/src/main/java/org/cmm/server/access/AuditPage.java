package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log for reading. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class AuditPage {

    private static final int ENTRIES = 50;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance audit(AuditView view);
    }

    /**
     * @param first whether these are the newest entries
     * @param older address of the next page; empty on the last
     */
    record AuditView(List<AuditEntry> entries, String action, String actor, boolean first, String older) {}

    @GET
    public Response show(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("actor") @DefaultValue("") String actor) {
        List<AuditEntry> entries =
                log.page(new AuditQuery(before == null ? Long.MAX_VALUE : before, action, actor, ENTRIES));
        String older = entries.size() < ENTRIES
                ? ""
                : "/audit?before=" + entries.getLast().id() + "&action=" + encoded(action) + "&actor=" + encoded(actor);
        return Html.page(Templates.audit(new AuditView(entries, action, actor, before == null, older)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
