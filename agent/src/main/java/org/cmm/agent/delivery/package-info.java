/** Carries spooled rows to the server, in order, and removes only what the server has. */
@NullMarked
package org.cmm.agent.delivery;

import org.jspecify.annotations.NullMarked;
