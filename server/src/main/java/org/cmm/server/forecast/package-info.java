/** Forecasts: the daily maxima of every volume, and when each will be full. */
@NullMarked
package org.cmm.server.forecast;

import org.jspecify.annotations.NullMarked;
