package org.cmm.bench;

import org.cmm.causes.CauseSuite;

/** How often CMM finds the true cause of a silence. */
record AlertsBench(Figures figures) {

    void run() {
        CauseSuite.Outcome outcome = CauseSuite.run();
        figures.add("alerts.cause_right_percent", outcome.rightPercent());
        outcome.wrong().forEach(System.out::println);
    }
}
