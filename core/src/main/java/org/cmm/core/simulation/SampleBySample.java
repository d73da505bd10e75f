package org.cmm.core.simulation;

import java.util.HashMap;
import java.util.Map;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Sign;

/**
 * Monitoring as it is: each machine's agent measures and delivers, CMM's own evaluator judges each sample on the
 * simulated clock, silences are told apart from silences of whole sites, and incidents say what people are told.
 *
 * <p>Faults that show in no metric of CMM's are seen after the delay that their part states.
 */
final class SampleBySample implements Watching {

    private final Monitoring monitoring;
    private final Policy policy;
    private final Run run;
    private final Calendar people;
    private final SilenceRule silenceRule;
    private final Map<Machine, WatchedMachine> machines = new HashMap<>();
    private final Map<Site, SiteWatch> sites = new HashMap<>();

    SampleBySample(Monitoring monitoring, Policy policy, Run run, Calendar people) {
        this.monitoring = monitoring;
        this.policy = policy;
        this.run = run;
        this.people = people;
        silenceRule = new SilenceRule(monitoring.silentAfter(), Severity.CRITICAL);
    }

    @Override
    public void watch(Machine machine) {
        SiteWatch site = sites.computeIfAbsent(
                machine.site(), key -> new SiteWatch(key, run, Hours.of(monitoring.silentAfter())));
        WatchedMachine watched = new WatchedMachine(machine, site, this);
        machines.put(machine, watched);
        site.add(watched);
    }

    @Override
    public void began(Fault fault, double at) {
        fault.part().kind().warning().ifPresent(warning -> {
            if (warning.sign() instanceof Sign.Delay delay) {
                fault.willBeSeenAfter(fault.fate().delayHours(delay), at);
            }
        });
    }

    @Override
    public void failed(Fault fault, double at) {
        watched(fault.machine()).lookSilent(at);
    }

    @Override
    public void recovered(Machine machine, double at) {
        watched(machine).lookHeard(at);
    }

    private WatchedMachine watched(Machine machine) {
        WatchedMachine watched = machines.get(machine);
        if (watched == null) {
            throw new IllegalStateException("machine %d is not watched".formatted(machine.number()));
        }
        return watched;
    }

    Monitoring monitoring() {
        return monitoring;
    }

    SilenceRule silenceRule() {
        return silenceRule;
    }

    Run run() {
        return run;
    }

    Calendar people() {
        return people;
    }

    /** People are told of an alert about a part; of one that is well, or of none, it is a false one. */
    void told(Machine machine, java.util.Optional<PartLife> part, double at) {
        java.util.Optional<Fault> fault =
                part.flatMap(known -> known.faults().stream().findFirst());
        if (fault.isEmpty()) {
            run.falseAlarm(machine, monitoring.falseAlarms(), at);
        } else if (policy.of(fault.get().part().kind()) instanceof Care.OnCondition) {
            run.alerted(fault.get(), at);
        }
    }
}
