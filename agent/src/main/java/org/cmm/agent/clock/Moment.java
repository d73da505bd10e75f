package org.cmm.agent.clock;

/**
 * What the machine's two clocks show at one instant.
 *
 * @param boot names the stretch in which {@code elapsedMillis} counts, normally from one start of the machine to the
 *     next
 * @param wallMillis the clock people set, milliseconds since 1970; may jump either way
 * @param elapsedMillis milliseconds since some fixed point of this boot; never goes back, goes on while asleep
 */
public record Moment(String boot, long wallMillis, long elapsedMillis) {}
