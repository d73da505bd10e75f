/**
 * Drills: bounded faults that the server orders and this machine's own configuration allows. Nothing else can be
 * ordered, every drill has its own end, and whatever goes wrong ends it.
 */
@NullMarked
package org.cmm.agent.drill;

import org.jspecify.annotations.NullMarked;
