/** Fleet: sites, the servers under watch, and how machines join them. */
@NullMarked
package org.cmm.server.fleet;

import org.jspecify.annotations.NullMarked;
