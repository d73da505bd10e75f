package org.cmm.agent.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cmm.protocol.Facts;
import org.cmm.protocol.ProcessSnapshot;

/** What goes along with the next delivery, the latest of each only. Set by one thread, taken by another. */
public final class Extras {
    private final AtomicReference<Optional<Facts>> facts = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<ProcessSnapshot>> processes = new AtomicReference<>(Optional.empty());

    public void put(Facts latest) {
        facts.set(Optional.of(latest));
    }

    public void put(ProcessSnapshot latest) {
        processes.set(Optional.of(latest));
    }

    Optional<Facts> takeFacts() {
        return facts.getAndSet(Optional.empty());
    }

    Optional<ProcessSnapshot> takeProcesses() {
        return processes.getAndSet(Optional.empty());
    }
}
