package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cmm.server.fleet.Server;

/** Draws some metrics of several servers over one span. */
@Singleton
public class Comparisons {

    /** More lines than that no eye tells apart. */
    public static final int MOST_SERVERS = 10;

    private final ChartQuery charts;
    private final InstantSource clock;

    Comparisons(ChartQuery charts, InstantSource clock) {
        this.charts = charts;
        this.clock = clock;
    }

    /**
     * What to draw.
     *
     * @param servers one to {@link #MOST_SERVERS}
     * @param metrics names, each with its every series
     * @param points at most so many
     */
    public record Wish(List<Server> servers, Set<String> metrics, Instant from, Instant to, int points) {

        public Wish {
            servers = List.copyOf(servers);
            metrics = Set.copyOf(metrics);
        }
    }

    public Comparison of(Wish wish) {
        List<Chart> drawn = wish.servers().stream()
                .map(server -> charts.draw(new ChartQuery.Request(
                        server.id(), wish.metrics(), wish.from(), wish.to(), wish.points(), clock.instant())))
                .toList();
        Chart first = drawn.getFirst();
        List<Comparison.OfServer> servers = new ArrayList<>();
        for (int index = 0; index < drawn.size(); index++) {
            Server server = wish.servers().get(index);
            Chart chart = drawn.get(index);
            servers.add(new Comparison.OfServer(
                    server.code(), server.name(), chart.coverage(), chart.series(), chart.gaps()));
        }
        return new Comparison(wish.from(), wish.to(), first.stepSeconds(), first.tier(), first.times(), servers);
    }
}
