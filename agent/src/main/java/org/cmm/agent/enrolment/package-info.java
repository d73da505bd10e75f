/** How a machine becomes known to the server, and how it proves who it is afterwards. */
@NullMarked
package org.cmm.agent.enrolment;

import org.jspecify.annotations.NullMarked;
