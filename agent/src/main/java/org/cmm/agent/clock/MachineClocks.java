package org.cmm.agent.clock;

import java.time.InstantSource;
import java.util.OptionalLong;

/** The clocks of this machine: the one that people set, and the one that counts since it was started. */
public final class MachineClocks {
    private final InstantSource wall;
    private final BootClock machine = BootClock.here();

    /**
     * The clocks of this machine.
     *
     * @param wall the one that people set
     */
    public MachineClocks(InstantSource wall) {
        this.wall = wall;
    }

    public Moment now() {
        return new Moment(machine.boot(), wall.millis(), machine.elapsedMillis());
    }

    /** As the elapsed time of {@link #now}, but standing still while the machine sleeps. */
    public long awakeMillis() {
        return machine.awakeMillis();
    }

    /** When the machine was started, by the clock that people set; empty where that is not known. */
    public OptionalLong bootMillis() {
        Moment now = now();
        return machine.countsFromBoot()
                ? OptionalLong.of(now.wallMillis() - now.elapsedMillis())
                : OptionalLong.empty();
    }
}
