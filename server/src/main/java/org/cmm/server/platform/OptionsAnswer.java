package org.cmm.server.platform;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Tells the methods of exactly the address that was asked about; the framework tells those of the whole class. */
final class OptionsAnswer {

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = KnownMethods.of(request.getUriInfo().getPath());
        return methods.isEmpty()
                ? null
                : Response.noContent()
                        .header(HttpHeaders.ALLOW, String.join(", ", methods) + ", OPTIONS")
                        .build();
    }
}
