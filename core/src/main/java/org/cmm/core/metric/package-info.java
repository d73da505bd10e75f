/** Metrics: what is measured, in which unit, on which part of a server. */
@NullMarked
package org.cmm.core.metric;

import org.jspecify.annotations.NullMarked;
