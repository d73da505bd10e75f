/**
 * Random numbers that can be had again: streams that are provably apart, and the laws of which times are drawn. The
 * same seed gives the same bytes on every machine. All of it is pure.
 */
@NullMarked
package org.cmm.core.random;

import org.jspecify.annotations.NullMarked;
