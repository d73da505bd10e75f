package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.SpanFigures;
import org.cmm.server.outage.Availability;

/** Ranks machines over a span. */
@Singleton
class Tops {

    private final SpanFigures figures;
    private final Availability availability;

    Tops(SpanFigures figures, Availability availability) {
        this.figures = figures;
        this.availability = availability;
    }

    /** The entries of these machines, in no order. */
    List<TopEntry> of(TopList list, Stretch stretch, List<Server> servers) {
        if (list == TopList.AVAILABILITY) {
            return availability.of(servers, new Span(stretch.from(), stretch.to())).stream()
                    .map(one -> TopRanking.of(one.server().id(), one.tally()))
                    .flatMap(Optional::stream)
                    .toList();
        }
        Map<Integer, Server> wanted = servers.stream().collect(Collectors.toMap(Server::id, Function.identity()));
        return TopRanking.of(
                list,
                figures.of(stretch.from(), stretch.to(), list.metrics()).stream()
                        .filter(figure -> wanted.containsKey(figure.server()))
                        .toList());
    }
}
