/** The product from outside: what is promised must hold for the real programs. */
@NullMarked
package org.cmm.system;

import org.jspecify.annotations.NullMarked;
