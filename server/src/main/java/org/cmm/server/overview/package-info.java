/** What people look at first: the fleet, and one server with its history. Draws on every feature; none draws on it. */
@NullMarked
package org.cmm.server.overview;

import org.jspecify.annotations.NullMarked;
