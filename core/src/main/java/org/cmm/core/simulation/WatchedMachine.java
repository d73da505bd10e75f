package org.cmm.core.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.Contact;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.alert.Silence;

/** A simulated machine as CMM sees it. Not thread-safe. */
final class WatchedMachine implements Event {

    /** A sample that comes later pages nobody, as in the server. */
    private static final double OLDEST_THAT_PAGES = Hours.of(Duration.ofMinutes(5));

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Spooled(double at, double[] values) {}

    private final Machine machine;
    private final SiteWatch site;
    private final SampleBySample monitoring;
    private final Run run;
    private final Probe probe;
    private final ServerWatch watch = new ServerWatch(List.of());
    private final ToldIncidents incidents = new ToldIncidents();
    private final Beat sampling;
    private final Beat delivery;
    private final List<Spooled> spool = new ArrayList<>();
    private long turn;
    private boolean heard = true;
    private double lastContact;
    private Silence silence = Silence.HEARD;

    WatchedMachine(Machine machine, SiteWatch site, SampleBySample monitoring) {
        this.machine = machine;
        this.site = site;
        this.monitoring = monitoring;
        run = monitoring.run();
        double period = Hours.of(monitoring.monitoring().sampling());
        sampling = Beat.of(period, machine.phase());
        delivery = Beat.of(Hours.of(monitoring.monitoring().delivery()), machine.phase());
        Workload workload = new Workload(
                monitoring.monitoring().load(),
                monitoring.monitoring().falseAlarms(),
                monitoring.people(),
                machine.load(),
                period);
        probe = new Probe(machine, monitoring.monitoring().load(), workload);
        watch.adopt(monitoring.monitoring().rules(), run.time(0));
        run.agenda().plan(sampling.time(0), this);
    }

    Machine machine() {
        return machine;
    }

    /** It is time for a sample. */
    @Override
    public void happen(double at) {
        turn++;
        run.agenda().plan(sampling.time(turn), this);
        if (!machine.isRunning() || !site.hasPower()) {
            return;
        }
        double[] values = probe.sample(at);
        if (site.hasLink()) {
            judge(at, values, delivery.time(delivery.next(at - 1e-9)));
        } else {
            spool.add(new Spooled(at, values));
        }
    }

    /** The link is back: what was measured meanwhile is delivered. */
    void deliver(double at) {
        spool.forEach(sample -> judge(sample.at(), sample.values(), at));
        spool.clear();
    }

    private void judge(double at, double[] values, double deliveredAt) {
        if (watch.settles(run.time(at).toEpochMilli(), probe.layout(), values, 0)) {
            return;
        }
        if (deliveredAt - at > OLDEST_THAT_PAGES) {
            watch.recall(run.time(at), probe.layout(), values);
            return;
        }
        for (AlertEvent event : watch.observe(run.time(at), probe.layout(), values)) {
            if (incidents.tells(event)) {
                run.agenda()
                        .plan(
                                deliveredAt,
                                when -> monitoring.told(
                                        machine, probe.part(event.alert().subject(), when), when));
            }
        }
    }

    /** It may have fallen silent. */
    void lookSilent(double at) {
        if (heard && !isHeard()) {
            heard = false;
            lastContact = delivery.time(delivery.last(at));
            double due = lastContact + Hours.of(monitoring.silenceRule().after());
            run.agenda().plan(Math.max(at, due), this::judgeSilence);
        }
    }

    /** It may be heard again. */
    void lookHeard(double at) {
        if (heard) {
            return;
        }
        if (!isHeard()) {
            site.hides(this);
            return;
        }
        heard = true;
        lastContact = delivery.time(delivery.next(at));
        run.agenda().plan(lastContact, this::judgeSilence);
    }

    private boolean isHeard() {
        return machine.failure() == null && site.hasPower() && site.hasLink();
    }

    private void judgeSilence(double at) {
        Contact contact = new Contact(run.time(lastContact), run.time(0));
        Silence.Step step = Silence.step(monitoring.silenceRule(), silence, contact, run.time(at + 1e-9));
        silence = step.state();
        step.event().ifPresent(event -> {
            switch (event) {
                case Silence.Event.Raised _ -> site.raised(this, at);
                case Silence.Event.Cleared _ -> site.cleared(this);
            }
        });
    }
}
