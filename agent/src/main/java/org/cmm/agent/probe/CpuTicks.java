package org.cmm.agent.probe;

/**
 * Processor time since the machine started, over all processors, in any unit.
 *
 * @param busy everything but idling and waiting for disks
 */
record CpuTicks(long busy, long total) {}
