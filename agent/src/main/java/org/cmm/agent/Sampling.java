package org.cmm.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.delivery.Extras;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.probe.Columns;
import org.cmm.agent.probe.Machine;
import org.cmm.agent.probe.Measurement;
import org.cmm.agent.probe.Probe;
import org.cmm.agent.probe.ProcessWatch;
import org.cmm.agent.spool.Spool;
import org.cmm.agent.spool.SpooledRow;
import org.cmm.agent.witness.Witness;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.SampleRow;

/** One tick: measure, and have it on disk. Not thread-safe. */
final class Sampling {
    private static final LayoutSeries DROPPED = new LayoutSeries("cmm.agent.spool.dropped", new TreeMap<>(), 0);

    private final Machine machine;
    private final Timetable timetable;
    private final Spool spool;
    private final Extras extras;
    private final Witness witness;
    private final SpoolState state;
    private final Probe probe;
    private final ProcessWatch processes;
    private final Columns columns = new Columns();

    /** What sampling needs; see each. */
    record Parts(
            Machine machine,
            Timetable timetable,
            Spool spool,
            Extras extras,
            Witness witness,
            Duration deliveryInterval,
            Journal journal) {}

    Sampling(Parts parts) {
        this.machine = parts.machine();
        this.timetable = parts.timetable();
        this.spool = parts.spool();
        this.extras = parts.extras();
        this.witness = parts.witness();
        this.state = new SpoolState(parts.journal(), spool.dropped());
        this.probe = new Probe(machine);
        this.processes = new ProcessWatch(Runtime.getRuntime().availableProcessors(), parts.deliveryInterval());
    }

    /** A first look, so that the first sample can tell what has changed since: load and rates need two. */
    void begin(Moment now) {
        probe.measure(now.elapsedMillis());
    }

    /** How long until the next sample is due. */
    long millisToNext(Moment now) {
        return timetable.millisToNext(now);
    }

    void sampleIfDue(Moment now) {
        timetable.due(now).ifPresent(entry -> sample(entry, now));
    }

    private void sample(Timetable.Entry entry, Moment now) {
        List<Measurement> measurements = new ArrayList<>(probe.measure(now.elapsedMillis()));
        long gone = spool.dropped() + state.lostInAll();
        if (gone > 0) {
            measurements.add(new Measurement(DROPPED, gone));
        }
        SampleRow row = columns.row(entry.atMillis(), measurements);
        keep(new SpooledRow(columns.layout(), entry.anchor(), row), now);
        witness.sampled(measurements);
        double cpu = measurements.get(0).value();
        processes
                .tick(entry.atMillis(), now.elapsedMillis(), cpu, machine::processes)
                .ifPresent(extras::put);
    }

    private void keep(SpooledRow row, Moment now) {
        try {
            spool.append(row, now);
            state.kept(spool.dropped());
            if (spool.waiting() <= 1) {
                state.drained();
            }
        } catch (IOException e) {
            state.lost(e);
        }
    }
}
