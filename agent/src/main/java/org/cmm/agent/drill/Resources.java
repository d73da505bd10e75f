package org.cmm.agent.drill;

import org.cmm.agent.probe.Capacity;

/**
 * What there is of what drills take.
 *
 * @param headroom bytes of memory that the agent's own service or container may still take
 * @param disk the file system that holds the agent's data
 */
record Resources(Capacity memory, long headroom, Capacity disk) {
    long freeMemory() {
        return memory.total() - memory.used();
    }

    long freeDisk() {
        return disk.total() - disk.used();
    }
}
