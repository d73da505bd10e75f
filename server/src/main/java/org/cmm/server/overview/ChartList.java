package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.alert.Thresholds;
import org.cmm.server.overview.ServerView.Chart;

/** The charts of a server's page, in the order in which people look for trouble. */
@Singleton
class ChartList {

    private final Thresholds thresholds;

    ChartList(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    List<Chart> of(Machine machine, OverviewMessages words) {
        int server = machine.server().id();
        Stream<Chart> everywhere = Stream.of(
                chart(server, words.chartCpu(), "percent", Metrics.CPU_UTILIZATION),
                chart(server, words.chartMemory(), "percent", Metrics.MEMORY_UTILIZATION),
                chart(server, words.chartDisks(), "percent", Metrics.FILESYSTEM_UTILIZATION),
                chart(server, words.chartNetwork(), "bits", Metrics.NETWORK_RATE),
                chart(server, words.chartThroughput(), "bytes", Metrics.DISK_RATE),
                chart(server, words.chartLoad(), "number", Metrics.CPU_LOAD_AVERAGE),
                chart(server, words.chartProcesses(), "number", Metrics.PROCESS_COUNT));
        Stream<Chart> ofBatteries = Stream.of(chart(server, words.chartBattery(), "percent", Metrics.BATTERY_CHARGE))
                .filter(chart -> machine.readings().power().hasBattery());
        return Stream.concat(everywhere, ofBatteries).toList();
    }

    private Chart chart(int server, String name, String kind, Metric metric) {
        String levels = thresholds.of(server, metric.name()).stream()
                .map(threshold -> threshold.severity() + ":" + threshold.at())
                .collect(Collectors.joining(" "));
        return new Chart(name, kind, metric.name(), levels);
    }
}
