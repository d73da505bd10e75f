package org.cmm.server.platform;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a path knows. RFC 9110 wants them told with every 405; the framework knows them and keeps them to
 * itself.
 */
final class KnownMethods {

    private KnownMethods() {}

    static SortedSet<String> of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        RequestMapper<InitialMatch> classes = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        @Nullable RequestMatch<InitialMatch> match = classes.map(path);
        while (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    add(methods, routing, match.remaining.isEmpty() ? "/" : match.remaining);
                }
            }
            match = classes.continueMatching(path, match);
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static void add(Set<String> methods, ClassRoutingHandler routing, String rest) {
        routing.getMappers().forEach((method, mapper) -> {
            if (method != null && mapper.map(rest) != null) {
                methods.add(method);
            }
        });
    }
}
