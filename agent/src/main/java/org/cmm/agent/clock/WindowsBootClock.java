package org.cmm.agent.clock;

import org.cmm.agent.windows.SystemCalls;

/** The counters that Windows keeps since it was started. After a fast start it has not been: it goes on counting. */
record WindowsBootClock(SystemCalls calls, String boot) implements BootClock {
    WindowsBootClock(SystemCalls calls) {
        this(calls, "windows " + calls.bootName());
    }

    @Override
    public long elapsedMillis() {
        return calls.tickMillis();
    }

    @Override
    public long awakeMillis() {
        return calls.awakeMillis();
    }

    @Override
    public boolean countsFromBoot() {
        return true;
    }
}
