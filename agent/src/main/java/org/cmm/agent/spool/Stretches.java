package org.cmm.agent.spool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.agent.clock.Stretch;

/** Epochs in the order they were first met, each with its latest time. */
final class Stretches {
    private final Map<Long, Stretch> byEpoch = new LinkedHashMap<>();

    void add(Stretch stretch) {
        byEpoch.merge(
                stretch.anchor().epoch(),
                stretch,
                (before, now) -> now.lastMillis() > before.lastMillis() ? now : before);
    }

    List<Stretch> inOrder() {
        return List.copyOf(byEpoch.values());
    }
}
