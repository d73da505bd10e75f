package org.cmm.bench;

import java.nio.file.Path;
import org.cmm.causes.CauseSuite;
import org.cmm.core.alert.DefaultRules;
import org.cmm.process.RunningServer;

/** How soon, how often and how rightly CMM alerts, what that costs, and how soon it is back at it after a restart. */
record AlertsBench(Bench.Options options, Figures figures) {

    void run(Path data) throws Exception {
        CauseSuite.Outcome outcome = CauseSuite.run();
        figures.add("alerts.cause_right_percent", outcome.rightPercent());
        outcome.wrong().forEach(System.out::println);
        figures.add(
                "alerts.planetlab_per_host_week",
                new PlanetLabReplay(PlanetLab.hostDays()).alertsPerHostWeek(DefaultRules.CPU));
        new EvaluatorCost(options.quick() ? 1_000 : 10_000).measure(options.rounds(), figures);
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
