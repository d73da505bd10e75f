/**
 * Alerts: the rules in force, the engine that puts samples and silences before core's evaluator, and what it raised.
 */
@NullMarked
package org.cmm.server.alert;

import org.jspecify.annotations.NullMarked;
