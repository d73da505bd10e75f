/** Plumbing that knows no word of the domain: settings, database process, problems, pages' common parts. */
@NullMarked
package org.cmm.server.platform;

import org.jspecify.annotations.NullMarked;
