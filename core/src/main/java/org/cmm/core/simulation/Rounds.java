package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.Care;

/**
 * Work at set times on one part of every machine of a site: one technician goes from machine to machine, or, where
 * there are as many as are needed, one for each. Not thread-safe.
 */
final class Rounds implements Event {

    private final List<PartLife> parts;
    private final Care.Periodic care;
    private final Times times;
    private final RandomStream chance;
    private final Run run;
    private final boolean together;

    private Rounds(
            List<PartLife> parts, Care.Periodic care, Times times, RandomStream chance, Run run, boolean together) {
        this.parts = parts;
        this.care = care;
        this.times = times;
        this.chance = chance;
        this.run = run;
        this.together = together;
    }

    /** Plans all rounds of a policy. */
    static void plan(List<Machine> machines, World world, Run run, double end) {
        record Key(Site site, String part) {}
        Map<Key, List<PartLife>> bySite = new LinkedHashMap<>();
        for (Machine machine : machines) {
            for (PartLife part : machine.parts()) {
                if (run.policy().of(part.kind()) instanceof Care.Periodic) {
                    Key key = new Key(machine.site(), part.kind().name());
                    bySite.computeIfAbsent(key, _ -> new ArrayList<>()).add(part);
                }
            }
        }
        boolean together = world.scenario().crew().technicians().isPresent();
        bySite.forEach((key, parts) -> {
            PartLife first = parts.getFirst();
            if (run.policy().of(first.kind()) instanceof Care.Periodic care) {
                Times times = new Times(care.when(), world.scenario().start(), end);
                RandomStream chance = first.machine().chance();
                new Rounds(parts, care, times, chance, run, together).planNext(0);
            }
        });
    }

    private void planNext(double after) {
        run.agenda().plan(times.after(after), this);
    }

    @Override
    public void happen(double at) {
        double travel = chance.next();
        Job shared = run.round(travel);
        for (PartLife part : parts) {
            Job job = together ? shared : run.round(travel);
            job.add(task(part, job));
            if (!together) {
                run.crew().request(job, at);
            }
        }
        if (together) {
            run.crew().request(shared, at);
        }
        planNext(at);
    }

    private Task task(PartLife part, Job job) {
        return switch (care.work()) {
            case Care.Work.Renew _ -> new Renewing(part, run);
            case Care.Work.Inspect inspection -> new Inspecting(part, inspection, job, run);
        };
    }
}
