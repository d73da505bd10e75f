package org.cmm.agent.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The clocks of this machine. On Linux elapsed time is {@code /proc/uptime}, which unlike {@link System#nanoTime} goes
 * on while the machine sleeps and outlives this process; elsewhere it is {@code nanoTime} and every run is a boot of
 * its own.
 */
public final class MachineClocks {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final InstantSource wall;
    private final boolean kernel;
    private final String boot;

    /**
     * The clocks of this machine.
     *
     * @param wall the one that people set
     */
    public MachineClocks(InstantSource wall) {
        this.wall = wall;
        kernel = Files.isReadable(UPTIME) && Files.isReadable(BOOT);
        boot = kernel ? read(BOOT).strip() : UUID.randomUUID().toString();
    }

    public Moment now() {
        return new Moment(boot, wall.millis(), kernel ? millisOf(read(UPTIME)) : nanoMillis());
    }

    /** Reads the first number of {@code "12345.67 45678.90"}, seconds with two decimals. */
    static long millisOf(String uptime) {
        int space = uptime.indexOf(' ');
        int dot = uptime.indexOf('.');
        return Long.parseLong(uptime, 0, dot, 10) * 1_000 + Long.parseLong(uptime, dot + 1, space, 10) * 10;
    }

    private static long nanoMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
