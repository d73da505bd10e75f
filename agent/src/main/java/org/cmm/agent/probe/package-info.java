/** What the machine says about itself, and what that means as metrics. */
@NullMarked
package org.cmm.agent.probe;

import org.jspecify.annotations.NullMarked;
