package org.cmm.agent.probe;

/**
 * One process at one moment.
 *
 * @param cpuMillis processor time since it was started
 * @param memoryBytes resident memory
 */
public record ProcessUse(String name, long pid, long cpuMillis, long memoryBytes) {}
