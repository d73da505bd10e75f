/** The real programs as processes of their own. */
@NullMarked
package org.cmm.process;

import org.jspecify.annotations.NullMarked;
