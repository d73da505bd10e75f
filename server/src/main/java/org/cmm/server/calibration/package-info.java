/** Laws of failure and repair from this CMM's own records, and experiments made of them. */
@NullMarked
package org.cmm.server.calibration;

import org.jspecify.annotations.NullMarked;
