/** Rules, the engine around core's evaluator, and alerts. */
@NullMarked
package org.cmm.server.alert;

import org.jspecify.annotations.NullMarked;
