/** The real agent and the real server together. */
@NullMarked
package org.cmm.system.agent;

import org.jspecify.annotations.NullMarked;
