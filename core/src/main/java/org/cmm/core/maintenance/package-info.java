/** When work on machines is planned. */
@NullMarked
package org.cmm.core.maintenance;

import org.jspecify.annotations.NullMarked;
