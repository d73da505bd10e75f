package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Part;

/** A run's machines, made of a world, and what its policy plans for them ahead. */
final class Fleet {

    private final World world;
    private final Run run;
    private final List<Machine> machines;

    Fleet(World world, Run run) {
        this.world = world;
        this.run = run;
        machines = new ArrayList<>(world.places().size());
        for (World.Place place : world.places()) {
            machines.add(made(place));
        }
    }

    private Machine made(World.Place place) {
        Machine machine = new Machine(machines.size(), place, run);
        for (int index = 0; index < place.kind().parts().size(); index++) {
            Part kind = place.kind().parts().get(index);
            PartLife part =
                    new PartLife(kind, machine, run, place.parts().get(index).copy(), world.pace(kind));
            machine.put(index, part);
            if (run.policy().of(kind) instanceof Care.ByAge(java.time.Duration age)) {
                AgeLimit limit = new AgeLimit(part, Hours.of(age));
                part.limit(limit);
                machine.add(limit);
            }
        }
        return machine;
    }

    Machine machine(int number) {
        return machines.get(number);
    }

    /** Sets everything going. */
    void begin(Watching watching, double end) {
        for (Machine machine : machines) {
            watching.watch(machine);
            machine.replan(0);
        }
        Rounds.plan(machines, world, run, end);
        world.sites().forEach(site -> tell(site, site.powerCuts(), What.POWER_OFF, What.POWER_ON));
        world.sites().forEach(site -> tell(site, site.linkCuts(), What.LINK_LOST, What.LINK_BACK));
    }

    private void tell(Site site, Stretches cuts, What begins, What ends) {
        if (run.trace() == Trace.NONE) {
            return;
        }
        for (int cut = 0; cut < cuts.count(); cut++) {
            run.agenda().plan(cuts.begin(cut), at -> run.trace().event(at, begins, site));
            run.agenda().plan(cuts.end(cut), at -> run.trace().event(at, ends, site));
        }
    }

    void account(double at) {
        machines.forEach(machine -> machine.account(at));
    }

    int upAt(double at) {
        return (int) machines.stream()
                .filter(machine -> machine.isRunning() && machine.site().hasPower(at))
                .count();
    }
}
