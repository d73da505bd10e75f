package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.simulation.Happening;

/** One policy of one replication, machine by machine, as it is run once more to be looked at. */
final class Timeline {

    /** @param story how it was */
    record Row(String machine, String site, MachineStory story) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<MachineStory>> bySite = new HashMap<>();
    private final double end;

    private Timeline(Scenario scenario) {
        end = (scenario.warmUp().toMillis() + scenario.length().toMillis()) / 3.6e6;
        for (SiteKind kind : scenario.sites()) {
            for (int place = 0; place < kind.count(); place++) {
                String site = kind.count() == 1 ? kind.name() : kind.name() + " " + (place + 1);
                kind.machines().forEach(stand -> add(site, stand));
            }
        }
    }

    private void add(String site, SiteKind.Stand stand) {
        for (int count = 0; count < stand.count(); count++) {
            MachineStory story = new MachineStory();
            rows.add(new Row(stand.kind(), site, story));
            bySite.computeIfAbsent(site, _ -> new ArrayList<>()).add(story);
        }
    }

    static Timeline of(ExperimentFile file, int replication, int policy) {
        Timeline timeline = new Timeline(file.scenario());
        Consumer<Happening> follower = timeline::tell;
        file.experiment().follow(replication, policy, follower);
        return timeline;
    }

    private void tell(Happening happening) {
        if (happening.machine().isPresent()) {
            rows.get(happening.machine().getAsInt()).story().tell(happening);
            return;
        }
        bySite.getOrDefault(happening.site(), List.of()).forEach(story -> story.tell(happening));
    }

    /** In the order of their numbers. */
    List<Row> rows() {
        return rows;
    }

    /** Of the run, in hours. */
    double end() {
        return end;
    }
}
