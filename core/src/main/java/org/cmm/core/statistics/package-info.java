/**
 * What numbers that came by chance say: estimates with their intervals, when enough was run, and which law measured
 * times follow. All of it is pure.
 */
@NullMarked
package org.cmm.core.statistics;

import org.jspecify.annotations.NullMarked;
