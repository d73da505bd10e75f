/** Files as the agent writes them. */
@NullMarked
package org.cmm.agent.disk;

import org.jspecify.annotations.NullMarked;
