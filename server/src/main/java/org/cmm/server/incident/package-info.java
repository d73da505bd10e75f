/** Incidents: alerts of one cause as one thing that people work on, with its timeline. */
@NullMarked
package org.cmm.server.incident;

import org.jspecify.annotations.NullMarked;
