package org.cmm.server.trust;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.HostName;
import org.cmm.server.platform.OwnAddresses;
import org.cmm.server.platform.Settings;
import org.cmm.server.tls.Encryption;
import org.jspecify.annotations.Nullable;

/** Says to anybody how to trust this CMM, and lets an administrator add a name to its certificate. */
@Path("/trust")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RunOnVirtualThread
class TrustPage {

    private final Encryption encryption;
    private final Settings settings;
    private final Visitor visitor;
    private final AuditLog audit;

    TrustPage(Encryption encryption, Settings settings, Visitor visitor, AuditLog audit) {
        this.encryption = encryption;
        this.settings = settings;
        this.visitor = visitor;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "trust")
    static class Templates {
        static native TemplateInstance trust(TrustView view);
    }

    @GET
    @PermitAll
    public TemplateInstance show(@Context UriInfo address) {
        return Templates.trust(view(address, "", ""));
    }

    @POST
    @Path("names")
    @RolesAllowed("admin")
    public Response add(@FormParam("name") @Nullable String typed, @Context UriInfo address) {
        String name = typed == null ? "" : typed.strip().replaceAll("[\\[\\]]", "");
        if (!encryption.isOwn() || !HostName.valid(name)) {
            return Response.status(422)
                    .entity(Templates.trust(view(address, name, words().faultName())))
                    .build();
        }
        encryption.add(name);
        audit.record("certificate.add-name", "certificate", null, Map.of("name", name));
        return Response.seeOther(URI.create("/trust?done=added")).build();
    }

    private TrustView view(UriInfo address, String typed, String fault) {
        String host = address.getBaseUri().getHost();
        boolean known = encryption.covers(host);
        return new TrustView(
                encryption.isOn(),
                encryption.isOwn(),
                encryption.authorityFingerprint().map(TrustView::grouped).orElse(""),
                encryption.names(),
                OwnAddresses.of(settings).here() + "/trust",
                host,
                known,
                typed.isEmpty() && !known ? host : typed,
                fault);
    }

    private TrustMessages words() {
        return switch (visitor.language()) {
            case ENGLISH -> MessageBundles.get(TrustMessages.class);
            case FRENCH -> MessageBundles.get(TrustMessages.class, Localized.Literal.of("fr"));
        };
    }
}
