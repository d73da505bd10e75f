/** Notices: what goes out to whom, on which channel, once. */
@NullMarked
package org.cmm.server.notify;

import org.jspecify.annotations.NullMarked;
