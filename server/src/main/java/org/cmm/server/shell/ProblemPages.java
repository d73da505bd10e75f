package org.cmm.server.shell;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Where programs get a problem, people get a page in their language with a way on. */
final class ProblemPages {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Visitor visitor;
    private final CurrentIdentityAssociation identities;

    ProblemPages(Visitor visitor, CurrentIdentityAssociation identities) {
        this.visitor = visitor;
        this.identities = identities;
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(Problem problem);
    }

    /** Asks first who the visitor is, without making the thread wait: a wrong address is found before anybody asked. */
    @ServerResponseFilter
    public Uni<Void> show(ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem) || !visitor.wantsPage()) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithItem(ProblemPages::nobody)
                .invoke(identities::setIdentity)
                .invoke(() -> replace(response, problem))
                .replaceWithVoid();
    }

    private static void replace(ContainerResponseContext response, Problem problem) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setEntity(Templates.problem(problem).render(), new Annotation[0], HTML);
    }

    /** A page about a database that is away must not ask it who the visitor is. */
    private static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }
}
