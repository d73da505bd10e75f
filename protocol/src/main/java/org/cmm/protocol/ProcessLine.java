package org.cmm.protocol;

/**
 * One process.
 *
 * @param cpu its share of the whole machine's processors, 0 to 1
 * @param memoryBytes resident memory
 */
public record ProcessLine(String name, long pid, double cpu, long memoryBytes) {}
