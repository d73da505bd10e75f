/**
 * Proof that the simulator simulates what it says: every model with a formula is also run, and what comes out is set
 * beside what the formula says. All of it is pure.
 */
@NullMarked
package org.cmm.core.verification;

import org.jspecify.annotations.NullMarked;
