package org.cmm.agent.drill;

import java.nio.file.Path;
import java.util.Comparator;
import org.cmm.agent.probe.FileSystemUse;
import org.cmm.agent.probe.Machine;

/** Tells which of the file systems that are measured holds a folder. */
final class Volumes {
    private Volumes() {}

    /** Its mount point, or an empty text where none is, as for an agent in a container. */
    static String holding(Path folder, Machine machine) {
        Path absolute = folder.toAbsolutePath().normalize();
        return machine.fileSystems().stream()
                .map(FileSystemUse::mountPoint)
                .filter(point -> absolute.startsWith(Path.of(point)))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
