/** A made-up fleet: machines of an institution that does not exist, and everything that they ever measure. */
@NullMarked
package org.cmm.core.demo;

import org.jspecify.annotations.NullMarked;
