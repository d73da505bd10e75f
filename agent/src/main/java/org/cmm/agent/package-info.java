/** The program: reads its settings, measures on a fixed grid and keeps the delivery going until it is told to stop. */
@NullMarked
package org.cmm.agent;

import org.jspecify.annotations.NullMarked;
