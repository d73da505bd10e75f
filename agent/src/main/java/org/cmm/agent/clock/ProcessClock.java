package org.cmm.agent.clock;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Where nothing better is known, every run is a boot of its own. */
record ProcessClock(String boot) implements BootClock {
    ProcessClock() {
        this(UUID.randomUUID().toString());
    }

    @Override
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public long awakeMillis() {
        return elapsedMillis();
    }

    @Override
    public boolean countsFromBoot() {
        return false;
    }
}
