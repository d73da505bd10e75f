/** One connection to the server. */
@NullMarked
package org.cmm.agent.link;

import org.jspecify.annotations.NullMarked;
