/** Long trials of what is delivered, in the surroundings it is made for: {@code ./cmm test NAME}. */
@NullMarked
package org.cmm.trial;

import org.jspecify.annotations.NullMarked;
