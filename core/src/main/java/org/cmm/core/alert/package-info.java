/** Alerts: when a rule starts and stops firing on a server. Everything here decides and nothing acts. */
@NullMarked
package org.cmm.core.alert;

import org.jspecify.annotations.NullMarked;
