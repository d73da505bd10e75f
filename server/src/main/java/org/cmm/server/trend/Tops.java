package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.SpanFigures;
import org.cmm.server.history.SpanFigures.Figure;
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

    Over over(Stretch stretch, List<Server> servers) {
        return new Over(stretch, servers);
    }

    /** The lists of some machines over one span: what two of them are made of is asked for once. */
    final class Over {
        private final Stretch stretch;
        private final List<Server> servers;
        private final Map<Set<String>, List<Figure>> known = new HashMap<>();

        private Over(Stretch stretch, List<Server> servers) {
            this.stretch = stretch;
            this.servers = List.copyOf(servers);
        }

        /** In no order. */
        List<TopEntry> of(TopList list) {
            if (list == TopList.AVAILABILITY) {
                return availability.of(servers, new Span(stretch.from(), stretch.to())).stream()
                        .map(one -> TopRanking.of(one.server().id(), one.tally()))
                        .flatMap(Optional::stream)
                        .toList();
            }
            return TopRanking.of(list, known.computeIfAbsent(list.metrics(), this::figures));
        }

        private List<Figure> figures(Set<String> metrics) {
            Set<Integer> wanted = servers.stream().map(Server::id).collect(Collectors.toSet());
            return figures.of(stretch.from(), stretch.to(), metrics).stream()
                    .filter(figure -> wanted.contains(figure.server()))
                    .toList();
        }
    }
}
