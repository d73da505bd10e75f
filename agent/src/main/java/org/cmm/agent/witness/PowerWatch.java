package org.cmm.agent.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.agent.probe.Measurement;
import org.cmm.protocol.MachineEventKind;

/** Notices the mains going and coming, and a battery that will not last. Not thread-safe. */
final class PowerWatch {
    static final double LOW = 0.10;

    private Optional<Boolean> mainsBefore = Optional.empty();
    private boolean low;

    /** Looks at a sample; one that does not tell changes nothing. */
    List<MachineEventKind> look(List<Measurement> sample) {
        var events = new ArrayList<MachineEventKind>();
        OptionalDouble status = value(sample, "hw.status");
        if (status.isPresent()) {
            boolean mains = status.getAsDouble() > 0;
            if (mainsBefore.isPresent() && mainsBefore.get() != mains) {
                events.add(mains ? MachineEventKind.MAINS_BACK : MachineEventKind.MAINS_LOST);
            }
            mainsBefore = Optional.of(mains);
            boolean nowLow = !mains && value(sample, "hw.battery.charge").orElse(1) <= LOW;
            if (nowLow && !low) {
                events.add(MachineEventKind.BATTERY_LOW);
            }
            low = nowLow;
        }
        return events;
    }

    private static OptionalDouble value(List<Measurement> sample, String metric) {
        return sample.stream()
                .filter(one -> one.series().metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst();
    }
}
