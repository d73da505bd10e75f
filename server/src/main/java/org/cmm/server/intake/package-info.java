/** Intake: where agents and people hand in measurements. What is acknowledged is on disk. */
@NullMarked
package org.cmm.server.intake;

import org.jspecify.annotations.NullMarked;
