/** All that CMM holds as one file, and back. */
@NullMarked
package org.cmm.server.backup;

import org.jspecify.annotations.NullMarked;
