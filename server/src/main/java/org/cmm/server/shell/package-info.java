/** What surrounds every page: navigation, language, theme. Pages include {@code shell.html}, or {@code bare.html}. */
@NullMarked
package org.cmm.server.shell;

import org.jspecify.annotations.NullMarked;
