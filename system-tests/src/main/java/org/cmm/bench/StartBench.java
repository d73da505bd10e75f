package org.cmm.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;

/** From the server's start to its first answer, with a database that was initialised before, and its memory at rest. */
record StartBench(Bench.Options options, Figures figures) {

    void run(Path data) throws InterruptedException {
        try (RunningServer first = RunningServer.start(data)) {
            first.serverUsage();
        }
        for (int round = 0; round < options.rounds(); round++) {
            long start = System.nanoTime();
            try (RunningServer server = RunningServer.launch(data)) {
                server.awaitReady();
                figures.add("start.ready_s", (System.nanoTime() - start) / 1e9);
                figures.add("start.cpu_s", server.serverUsage().cpuSeconds());
                TimeUnit.SECONDS.sleep(options.quick() ? 2 : 10);
                figures.add("start.rss_mib", server.serverUsage().residentMebibytes());
            }
        }
    }
}
