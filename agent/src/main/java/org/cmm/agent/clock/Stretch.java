package org.cmm.agent.clock;

/**
 * An epoch as far as its samples are known.
 *
 * @param lastMillis the time of its last sample, by its own clock
 */
public record Stretch(Anchor anchor, long lastMillis) {}
