/** Planned work: maintenance windows, in which notices are held back. */
@NullMarked
package org.cmm.server.maintenance;

import org.jspecify.annotations.NullMarked;
