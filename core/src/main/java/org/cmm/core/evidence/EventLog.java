package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Happening;

/**
 * All that happened, event by event: whole replications under all policies, as many as fit into {@value #MOST} lines
 * but one at least. The others can be had with the same seed.
 */
final class EventLog {

    static final int MOST = 500_000;

    private final Experiment experiment;
    private final int replications;
    private int lines;

    EventLog(Experiment experiment, int replications) {
        this.experiment = experiment;
        this.replications = replications;
    }

    void write(Consumer<String> out) {
        lines = 0;
        out.accept(Table.line(List.of("replication", "policy", "hours", "what", "site", "machine", "part")));
        for (int number = 0; number < replications && lines < MOST; number++) {
            for (int policy = 0; policy < experiment.scenario().policies().size(); policy++) {
                write(number, policy, out);
            }
        }
    }

    private void write(int number, int policy, Consumer<String> out) {
        String name = experiment.scenario().policies().get(policy).name();
        experiment.follow(number, policy, happening -> {
            lines++;
            out.accept(Table.line(cells(number, name, happening)));
        });
    }

    private static List<String> cells(int number, String policy, Happening happening) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(number));
        cells.add(policy);
        cells.add(Figures.exact(happening.at()));
        cells.add(happening.what().name().toLowerCase(Locale.ROOT));
        cells.add(happening.site());
        cells.add(
                happening.machine().isPresent()
                        ? Integer.toString(happening.machine().getAsInt())
                        : "");
        cells.add(happening.part());
        return cells;
    }
}
