/** Drills: bounded faults on test machines, ordered here, allowed there, and measured from stress to recovery. */
@NullMarked
package org.cmm.server.drill;

import org.jspecify.annotations.NullMarked;
