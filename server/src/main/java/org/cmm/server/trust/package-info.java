/** How people make browsers and systems trust this CMM, and administrators its certificate carry one more name. */
@NullMarked
package org.cmm.server.trust;

import org.jspecify.annotations.NullMarked;
