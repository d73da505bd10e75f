package org.cmm.agent.probe;

import java.nio.file.Path;

/** The space of a file system, asked of the JDK. */
public final class FileSpace {
    private FileSpace() {}

    /** Of the file system that holds a folder. */
    public static Capacity around(Path folder) {
        return at(folder, "").space();
    }

    static FileSystemUse at(String mountPoint) {
        return at(Path.of(mountPoint), mountPoint);
    }

    /** What root keeps back counts as used, as {@code df} has it. The JDK answers 0 when it cannot tell. */
    static FileSystemUse at(Path seen, String mountPoint) {
        var root = seen.toFile();
        long total = root.getTotalSpace();
        long reserved = root.getFreeSpace() - root.getUsableSpace();
        long usable = total - reserved;
        return new FileSystemUse(mountPoint, new Capacity(usable - root.getUsableSpace(), usable));
    }
}
