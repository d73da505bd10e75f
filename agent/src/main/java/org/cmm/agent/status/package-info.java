/** How the agent is, for whoever asks on the machine: a small file that it writes, and the words made of it. */
@NullMarked
package org.cmm.agent.status;

import org.jspecify.annotations.NullMarked;
