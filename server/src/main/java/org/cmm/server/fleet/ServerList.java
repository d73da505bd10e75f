package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Finds, sorts and pages servers for programs. */
@Singleton
class ServerList {

    private final Listing listing;
    private final Conditions conditions;

    ServerList(Listing listing, Conditions conditions) {
        this.listing = listing;
        this.conditions = conditions;
    }

    /** What a program asked for; an absent state means every server under watch. */
    record Request(
            ServerFilter filter,
            @Nullable Condition state,
            String sort,
            Limit limit,
            @Nullable Cursor after) {}

    private record Found(Server server, Condition condition, Cursor place) {}

    ListPage<ServerEntry> page(Request request) {
        List<Found> found = listing.servers().stream()
                .filter(server -> request.filter().matches(server, listing.searchText(server)))
                .map(server -> found(server, request.sort()))
                .filter(wanted(request))
                .sorted((a, b) -> a.place().compareTo(b.place()))
                .limit(request.limit().andOneMore())
                .toList();
        return ListPage.of(found, request.limit(), Found::place).map(this::entry);
    }

    ServerEntry entry(Server server) {
        return entry(new Found(server, conditions.of(server), Cursor.at(server.id())));
    }

    private ServerEntry entry(Found found) {
        Server server = found.server();
        return ServerEntry.of(
                server,
                found.condition(),
                listing.site(server.site()).map(Site::name).orElse(null),
                Optional.ofNullable(server.dependsOn())
                        .flatMap(listing::server)
                        .map(Server::code)
                        .orElse(null));
    }

    private Found found(Server server, String sort) {
        Condition condition = conditions.of(server);
        String name = ServerFilter.folded(server.name());
        String key =
                switch (sort) {
                    case "code" -> server.code();
                    case "name" -> name;
                    case "state" -> condition.ordinal() + name;
                    default ->
                        throw Problem.invalid(List.of(new FieldFault("sort", "'sort' must be code, name or state")))
                                .exception();
                };
        return new Found(server, condition, new Cursor(key, server.id()));
    }

    private static Predicate<Found> wanted(Request request) {
        Condition state = request.state();
        Cursor after = request.after();
        return found -> (state == null ? found.server().retiredAt() == null : found.condition() == state)
                && (after == null || found.place().compareTo(after) > 0);
    }
}
