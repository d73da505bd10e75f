package org.cmm.server.history;

/**
 * One row of a tier, a sample or a roll-up.
 *
 * @param at its time, or the start of its interval, in milliseconds since 1970
 * @param numbers readings in the order of the layout, or those of {@link org.cmm.core.history.Rollup}
 */
@SuppressWarnings("ArrayRecordComponent") // read by place, never compared
record TierRow(long at, StoredLayout layout, double[] numbers) {}
