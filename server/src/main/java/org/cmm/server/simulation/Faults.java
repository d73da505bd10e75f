package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, up to a number that somebody still reads. Not thread-safe. */
final class Faults {

    private static final int MOST = 100;

    private final List<FileFault> all = new ArrayList<>();
    private int count;

    void add(String path, FaultKind kind, String... about) {
        count++;
        if (all.size() < MOST) {
            all.add(new FileFault(path, kind, about));
        }
    }

    int count() {
        return count;
    }

    List<FileFault> all() {
        return List.copyOf(all);
    }
}
