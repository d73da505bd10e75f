/** What the agent tells people: one line for each change of state, never one for each failure. */
@NullMarked
package org.cmm.agent.journal;

import org.jspecify.annotations.NullMarked;
