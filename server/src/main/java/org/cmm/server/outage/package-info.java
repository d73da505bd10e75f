/** Why machines were silent, and how much of the time they were there. */
@NullMarked
package org.cmm.server.outage;

import org.jspecify.annotations.NullMarked;
