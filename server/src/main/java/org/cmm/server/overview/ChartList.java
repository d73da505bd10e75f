package org.cmm.server.overview;

import java.util.List;
import org.cmm.core.metric.Metrics;
import org.cmm.server.overview.ServerView.Chart;

/** The charts of a server's page, in the order in which people look for trouble. */
final class ChartList {

    private ChartList() {}

    static List<Chart> of(OverviewMessages words) {
        return List.of(
                new Chart(words.chartCpu(), "percent", Metrics.CPU_UTILIZATION.name(), ""),
                new Chart(words.chartMemory(), "percent", Metrics.MEMORY_UTILIZATION.name(), ""),
                new Chart(words.chartDisks(), "percent", Metrics.FILESYSTEM_UTILIZATION.name(), ""),
                new Chart(words.chartNetwork(), "bits", Metrics.NETWORK_RATE.name(), ""),
                new Chart(words.chartThroughput(), "bytes", Metrics.DISK_RATE.name(), ""),
                new Chart(words.chartLoad(), "number", Metrics.CPU_LOAD_AVERAGE.name(), ""),
                new Chart(words.chartProcesses(), "number", Metrics.PROCESS_COUNT.name(), ""));
    }
}
