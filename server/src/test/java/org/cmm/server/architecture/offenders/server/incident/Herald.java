package org.cmm.server.architecture.offenders.server.incident;

import org.cmm.server.architecture.offenders.server.notify.Post;

/** Tells people itself. */
record Herald(Post post) {}
