package org.cmm.protocol;

import java.util.List;

/**
 * The processes that use most of a machine.
 *
 * @param atMillis when, milliseconds since 1970 by the machine's clock
 * @param byCpu the five that used the most processor time, most first
 * @param byMemory the five that hold the most memory, most first
 */
public record ProcessSnapshot(long atMillis, List<ProcessLine> byCpu, List<ProcessLine> byMemory) {
    public ProcessSnapshot {
        byCpu = List.copyOf(byCpu);
        byMemory = List.copyOf(byMemory);
    }
}
