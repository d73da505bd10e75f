/** Experiments: their files, their runs in the background, and the pages on which people plan and read them. */
@NullMarked
package org.cmm.server.simulation;

import org.jspecify.annotations.NullMarked;
