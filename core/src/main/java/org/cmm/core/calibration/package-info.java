/** What the records of real machines say of their laws of failure and repair. All of it is pure. */
@NullMarked
package org.cmm.core.calibration;

import org.jspecify.annotations.NullMarked;
