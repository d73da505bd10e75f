package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.incident.HoldBackSource;
import org.cmm.server.incident.HoldBacks;
import org.cmm.server.incident.Scope;

/** Nobody is told of what happens to machines that do not exist. */
@Singleton
class DemoHoldBack implements HoldBackSource {

    private static final Optional<String> DEMO = Optional.of("demo");

    private final Listing listing;

    DemoHoldBack(Listing listing) {
        this.listing = listing;
    }

    @Override
    public HoldBacks at(Instant now) {
        return scope -> isMadeUp(scope) ? DEMO : Optional.empty();
    }

    private boolean isMadeUp(Scope scope) {
        return switch (scope) {
            case Scope.OfServer(int server) ->
                listing.server(server).filter(Server::demo).isPresent();
            case Scope.OfSite(int site) -> listing.site(site).filter(Site::demo).isPresent();
        };
    }
}
