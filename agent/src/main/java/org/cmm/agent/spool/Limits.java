package org.cmm.agent.spool;

import java.time.Duration;

/**
 * What the spool may hold; past either, the oldest rows go first.
 *
 * @param bytes on disk, all segments together
 * @param age of the newest row of a segment, by the clock of its epoch
 */
public record Limits(long bytes, Duration age) {}
