package org.cmm.agent.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code /proc/uptime}, which unlike {@link System#nanoTime} goes on during sleep and outlives this process. */
final class LinuxBootClock implements BootClock {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final String boot = read(BOOT).strip();

    static boolean readable() {
        return Files.isReadable(UPTIME) && Files.isReadable(BOOT);
    }

    @Override
    public String boot() {
        return boot;
    }

    @Override
    public long elapsedMillis() {
        return millisOf(read(UPTIME));
    }

    @Override
    public long awakeMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public boolean countsFromBoot() {
        return true;
    }

    /** Reads the first number of {@code "12345.67 45678.90"}, seconds with two decimals. */
    static long millisOf(String uptime) {
        int space = uptime.indexOf(' ');
        int dot = uptime.indexOf('.');
        return Long.parseLong(uptime, 0, dot, 10) * 1_000 + Long.parseLong(uptime, dot + 1, space, 10) * 10;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
