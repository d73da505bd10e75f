package org.cmm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What processes have used so far, as Linux accounts for it.
 *
 * @param cpuSeconds user and system time
 * @param residentMebibytes memory that is resident now; of a tree, its root's only
 */
public record ProcessUsage(double cpuSeconds, double residentMebibytes) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_CHILDREN_USER_TIME = 13;
    private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

    /** One process alone. */
    public static ProcessUsage of(long pid) {
        return new ProcessUsage(ticks(pid, USER_TIME, SYSTEM_TIME) / TICKS_PER_SECOND, resident(pid));
    }

    /** A process with all its living children, and those that have ended. */
    public static ProcessUsage ofTree(long pid) {
        long ticks = ticks(pid, USER_TIME, SYSTEM_TIME, ENDED_CHILDREN_USER_TIME, ENDED_CHILDREN_SYSTEM_TIME);
        long children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(child -> ticks(child.pid(), USER_TIME, SYSTEM_TIME))
                .sum();
        return new ProcessUsage((ticks + children) / TICKS_PER_SECOND, resident(pid));
    }

    /** Fields of /proc/PID/stat, counted from the one after the name in brackets. */
    private static long ticks(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(words[field]);
            }
            return ticks;
        } catch (IOException e) {
            return 0;
        }
    }

    private static double resident(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
