package org.cmm.agent.probe;

/**
 * A fixed disk as people see it.
 *
 * @param mountPoint such as {@code /} or {@code C:\}
 */
public record FileSystemUse(String mountPoint, Capacity space) {}
