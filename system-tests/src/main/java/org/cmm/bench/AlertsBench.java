package org.cmm.bench;

import java.nio.file.Path;
import org.cmm.causes.CauseSuite;
import org.cmm.process.RunningServer;

/** How soon and how rightly CMM alerts, and how soon it is back at it after a restart. */
record AlertsBench(Bench.Options options, Figures figures) {

    void run(Path data) throws Exception {
        CauseSuite.Outcome outcome = CauseSuite.run();
        figures.add("alerts.cause_right_percent", outcome.rightPercent());
        outcome.wrong().forEach(System.out::println);
        try (RunningServer first = RunningServer.start(data)) {
            RaiseLatency.prepare(first);
            TakeOver.prepare(first, options.quick());
        }
        new TakeOver(data).measure(options.rounds(), figures);
        try (RunningServer server = RunningServer.start(data)) {
            new RaiseLatency(server).measure(options.rounds(), figures);
        }
    }
}
