/** Time that only moves forward, on machines whose clocks do not. */
@NullMarked
package org.cmm.agent.clock;

import org.jspecify.annotations.NullMarked;
