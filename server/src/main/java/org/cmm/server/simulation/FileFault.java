package org.cmm.server.simulation;

import java.util.List;

/**
 * Something that an experiment's file gets wrong.
 *
 * @param path where, such as {@code machines[0].parts[2].life.shape}; empty for the file itself
 */
public record FileFault(String path, FaultKind kind, List<String> about) {

    FileFault(String path, FaultKind kind, String... about) {
        this(path, kind, List.of(about));
    }

    public FileFault {
        about = List.copyOf(about);
    }

    /** What is wrong, without where. */
    public String english() {
        return kind.english().formatted(about.toArray());
    }

    /** The same in French. */
    public String french() {
        return kind.french().formatted(about.toArray());
    }

    /** Where and what. */
    @Override
    public String toString() {
        return path.isEmpty() ? english() : path + ": " + english();
    }
}
