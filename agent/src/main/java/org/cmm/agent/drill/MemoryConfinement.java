package org.cmm.agent.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The limit that a service manager or container sets to the memory of the agent and its children (cgroup v2). */
final class MemoryConfinement {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final String VERSION_2 = "0::/";

    private MemoryConfinement() {}

    /** Bytes that may still be taken; without a limit more than any machine has. */
    static long headroom() {
        try {
            for (String line : Files.readAllLines(OWN)) {
                if (line.startsWith(VERSION_2)) {
                    return headroom(GROUPS.resolve(line.substring(VERSION_2.length())));
                }
            }
        } catch (IOException e) {
            // no Linux, or none that tells
        }
        return Long.MAX_VALUE;
    }

    private static long headroom(Path own) {
        long least = Long.MAX_VALUE;
        for (Path group = own; group != null && group.startsWith(GROUPS); group = group.getParent()) {
            least = Math.min(least, ofGroup(group));
        }
        return least;
    }

    /** What was read from files does not count as taken for good, so this is on the safe side. */
    private static long ofGroup(Path group) {
        try {
            String most = Files.readString(group.resolve("memory.max")).strip();
            String now = Files.readString(group.resolve("memory.current")).strip();
            return most.equals("max") ? Long.MAX_VALUE : Math.max(0, Long.parseLong(most) - Long.parseLong(now));
        } catch (IOException | NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
