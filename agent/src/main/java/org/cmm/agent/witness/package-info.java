/** What tells, later, why this machine was silent: starts, stops, sleep and power, kept until the server has them. */
@NullMarked
package org.cmm.agent.witness;

import org.jspecify.annotations.NullMarked;
