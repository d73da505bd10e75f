/** History as it is kept: columns of closed days as few bytes. All of it is pure. */
@NullMarked
package org.cmm.core.history;

import org.jspecify.annotations.NullMarked;
