/** Fleet. */
@NullMarked
package org.cmm.server.fleet;

import org.jspecify.annotations.NullMarked;
