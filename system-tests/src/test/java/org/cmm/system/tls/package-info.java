/** What travels encrypted, and whom the two ends trust. */
@NullMarked
package org.cmm.system.tls;

import org.jspecify.annotations.NullMarked;
