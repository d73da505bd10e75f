/** Drills: bounded faults on real machines, from the order to the end, and how long things should take. */
@NullMarked
package org.cmm.core.drill;

import org.jspecify.annotations.NullMarked;
