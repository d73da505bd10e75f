/**
 * The simulator: what happens to a scenario's machines under each policy, event by event, with the same failures for
 * all policies.
 */
@NullMarked
package org.cmm.core.simulation;

import org.jspecify.annotations.NullMarked;
