/** Machine events: what agents know about starts, stops, sleep and power. Facts, no conclusions. */
@NullMarked
package org.cmm.server.event;

import org.jspecify.annotations.NullMarked;
