package org.cmm.agent.probe;

import java.io.File;

/** The space of a file system, asked of the JDK. */
final class FileSpace {
    private FileSpace() {}

    /** What root keeps back counts as used, as {@code df} has it. The JDK answers 0 when it cannot tell. */
    static FileSystemUse at(String mountPoint) {
        var root = new File(mountPoint);
        long total = root.getTotalSpace();
        long reserved = root.getFreeSpace() - root.getUsableSpace();
        long usable = total - reserved;
        return new FileSystemUse(mountPoint, new Capacity(usable - root.getUsableSpace(), usable));
    }
}
