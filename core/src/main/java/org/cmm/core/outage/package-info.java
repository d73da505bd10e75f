/** Why machines were silent, and what share of the time they were there. */
@NullMarked
package org.cmm.core.outage;

import org.jspecify.annotations.NullMarked;
