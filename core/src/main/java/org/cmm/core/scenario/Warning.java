package org.cmm.core.scenario;

import org.cmm.core.random.Law;

/**
 * The time from when a fault can be seen to when it is a failure: the P–F interval (Moubray 1997), or the delay time
 * (Christer and Waller 1984).
 *
 * @param length hours in operation
 * @param sign how monitoring comes to see it
 */
public record Warning(Law length, Sign sign) {}
