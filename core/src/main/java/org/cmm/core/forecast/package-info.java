/**
 * Forecasts: when something will run out, and what is usual for a machine at an hour of the week. All of it is pure.
 */
@NullMarked
package org.cmm.core.forecast;

import org.jspecify.annotations.NullMarked;
