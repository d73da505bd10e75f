/** Benchmarks: the real programs as processes of their own, measured from outside. */
@NullMarked
package org.cmm.bench;

import org.jspecify.annotations.NullMarked;
