package org.cmm.core.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Policy.Noticing;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Job.Urgency;

/**
 * One policy in one world, from the start to the end. What happens to machines comes here, and people do their part.
 */
final class Run {

    private static final double MONTH_HOURS = 365.25 * 24 / 12;

    private final Scenario scenario;
    private final Policy policy;
    private final Trace trace;
    private final Agenda agenda = new Agenda();
    private final Timers timers;
    private final Books books;
    private final Workforce crew;
    private final Calendar users;
    private final Watching watching;
    private final Fleet fleet;
    private long events;

    Run(World world, Policy policy, Fidelity fidelity, Trace trace) {
        scenario = world.scenario();
        this.policy = policy;
        this.trace = trace;
        books = new Books(scenario.crew(), policy.xafPerMachineMonth() / MONTH_HOURS);
        crew = new Workforce(
                scenario.crew().technicians().orElse(Integer.MAX_VALUE),
                new Calendar(scenario.crew().hours(), scenario.start()),
                new Shelves(agenda, books),
                agenda);
        users = new Calendar(scenario.reporting().hours(), scenario.start());
        watching = watching(fidelity);
        timers = new Timers(world.places().size());
        fleet = new Fleet(world, this);
    }

    private Watching watching(Fidelity fidelity) {
        if (policy.noticing() == Noticing.USERS) {
            return new Unwatched();
        }
        return switch (fidelity) {
            case DELAYS -> new ClosedDelays(scenario.monitoring(), this);
            case SAMPLES -> new SampleBySample(scenario.monitoring(), policy, this, users);
        };
    }

    /** A time as the product's own parts know it, to the millisecond. */
    Instant time(double at) {
        return scenario.start().toInstant(ZoneOffset.UTC).plusMillis(Math.round(at * 3.6e6));
    }

    Agenda agenda() {
        return agenda;
    }

    /** The machines'. */
    Timers timers() {
        return timers;
    }

    Books books() {
        return books;
    }

    Workforce crew() {
        return crew;
    }

    Trace trace() {
        return trace;
    }

    Policy policy() {
        return policy;
    }

    /** Runs to the end. */
    Totals totals() {
        double warmUp = Hours.of(scenario.warmUp());
        double end = warmUp + Hours.of(scenario.length());
        fleet.begin(watching, end);
        runUntil(warmUp);
        fleet.account(warmUp);
        books.ledger().forget();
        runUntil(end);
        fleet.account(end);
        books.ledger().add(Sum.UP_AT_END, fleet.upAt(end));
        return books.ledger().totals(events);
    }

    private void runUntil(double end) {
        while (true) {
            double planned = agenda.soonest();
            double ringing = timers.soonest();
            if (Math.min(planned, ringing) >= end) {
                return;
            }
            events++;
            if (ringing < planned) {
                fleet.machine(timers.first()).ripen(ringing);
            } else {
                agenda.next();
            }
        }
    }

    void began(Fault fault, double at) {
        books.ledger().count(Sum.FAULTS);
        Part part = fault.part().kind();
        if (part.warning().isEmpty()) {
            fault.fail(at);
            return;
        }
        trace.event(at, What.FAULT_BEGAN, fault.machine(), fault.part());
        fault.machine().add(fault);
        if (policy.of(part) instanceof Care.OnCondition) {
            watching.began(fault, at);
        }
    }

    /** Monitoring sees a fault before it fails; the alert comes through when the site is heard. */
    void seen(Fault fault, double at) {
        double heard = fault.machine().site().heardFrom(at);
        if (heard > at) {
            agenda.plan(heard, when -> alerted(fault, when));
        } else {
            alerted(fault, at);
        }
    }

    /** People are told of a fault that has not failed yet. */
    void alerted(Fault fault, double at) {
        if (fault.isOver() || fault.hasFailed() || fault.job() != null) {
            return;
        }
        books.ledger().count(Sum.ALERTS);
        books.ledger().count(Sum.WARNINGS);
        books.ledger().add(Sum.WARNING_HOURS, fault.left(at));
        trace.event(at, What.ALERT, fault.machine(), fault.part());
        call(fault, Urgency.PLANNED, at);
    }

    void failed(Fault fault, double at) {
        books.ledger().count(Sum.FAILURES);
        trace.event(at, What.FAILED, fault.machine(), fault.part());
        fault.machine().fail(fault, at);
        double called = users.after(
                users.next(at),
                scenario.reporting().delay().quantile(fault.fate().report()));
        agenda.plan(called, fault);
        watching.failed(fault, at);
    }

    /** A machine's silence is told, unless it is back by then. */
    void silent(Fault fault, double at) {
        if (!fault.isOver()) {
            books.ledger().count(Sum.ALERTS);
            trace.event(at, What.ALERT, fault.machine(), fault.part());
            fault.notice(at);
        }
    }

    void noticed(Fault fault, double at) {
        books.ledger().count(Sum.NOTICED);
        books.ledger().add(Sum.NOTICING_HOURS, at - fault.failedAt());
        trace.event(at, What.NOTICED, fault.machine(), fault.part());
        Job pending = fault.job();
        if (pending == null) {
            call(fault, Urgency.FAILURE, at);
        } else {
            crew.hasten(pending, at);
        }
    }

    private void call(Fault fault, Urgency urgency, double at) {
        Job job =
                job(urgency, fault.part().kind().repair().place(), fault.fate().travel(), fault.part());
        job.add(new Mending(fault, this));
        fault.assign(job);
        crew.request(job, at);
    }

    /** A job for one machine. */
    private Job job(
            Urgency urgency,
            Repair.Place place,
            double travel,
            @org.jspecify.annotations.Nullable PartLife needsSpareOf) {
        boolean onSite = place == Repair.Place.ON_SITE;
        double hours = onSite ? scenario.crew().travel().quantile(travel) : 0;
        return new Job(this, urgency, onSite, hours, needsSpareOf);
    }

    /** A round to a site. */
    Job round(double travel) {
        return job(Urgency.PLANNED, Repair.Place.ON_SITE, travel, null);
    }

    /** A part has reached the age at which its policy renews it. */
    void aged(PartLife part, double at) {
        Job job = job(
                Urgency.PLANNED,
                part.kind().repair().place(),
                part.machine().chance().next(),
                null);
        job.add(new Renewing(part, this));
        crew.request(job, at);
    }

    void falseAlarm(Machine machine, FalseAlarms alarms, double at) {
        books.ledger().count(Sum.FALSE_ALERTS);
        trace.event(at, What.FALSE_ALERT, machine, null);
        Job job = new Job(this, Urgency.PLANNED, false, 0, null);
        job.add(new Looking(machine, alarms, job, this));
        crew.request(job, at);
    }

    void mended(Fault fault, double at) {
        boolean failed = fault.hasFailed();
        books.ledger().count(failed ? Sum.MENDED : Sum.PREVENTED);
        if (failed) {
            books.ledger().add(Sum.MENDING_HOURS, at - fault.failedAt());
        }
        trace.event(at, What.MENDED, fault.machine(), fault.part());
        fault.machine().remove(fault);
        fault.part().mended(fault, at);
        if (failed) {
            fault.machine().recover(at);
            watching.recovered(fault.machine(), at);
        } else {
            fault.machine().replan(at);
        }
    }

    /** Renewed before it failed; what had begun to fail is gone with it. */
    void renewed(PartLife part, double at) {
        int begun = part.faults().size();
        books.ledger().add(Sum.PREVENTED, begun);
        if (begun == 0) {
            books.ledger().count(Sum.RENEWALS);
        }
        trace.event(at, What.RENEWED, part.machine(), part);
        part.faults().forEach(part.machine()::remove);
        part.renewed(at);
        part.machine().replan(at);
    }
}
