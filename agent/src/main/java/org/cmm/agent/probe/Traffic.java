package org.cmm.agent.probe;

/**
 * What went in and out of a device since it was started, in bytes.
 *
 * @param in read from a disk, received from a network
 * @param out written to a disk, transmitted to a network
 */
record Traffic(String device, long in, long out) {}
