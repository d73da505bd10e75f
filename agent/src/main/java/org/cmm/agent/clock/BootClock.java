package org.cmm.agent.clock;

import java.util.Locale;
import org.cmm.agent.windows.SystemCalls;

/** What the system knows of time that nobody can set. */
interface BootClock {
    /** Names this boot of the machine. */
    String boot();

    /** Since the machine started, with the time it slept. */
    long elapsedMillis();

    /** The same without the time it slept. */
    long awakeMillis();

    /** Whether {@link #elapsedMillis} counts from the start of the machine, and not from one of its own. */
    boolean countsFromBoot();

    /** The best that this system has. */
    static BootClock here() {
        if (LinuxBootClock.readable()) {
            return new LinuxBootClock();
        }
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return windows ? new WindowsBootClock(new SystemCalls()) : new ProcessClock();
    }
}
