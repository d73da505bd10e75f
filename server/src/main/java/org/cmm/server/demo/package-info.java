/** The demo fleet: machines that do not exist, played through the real intake, and removable without a trace. */
@NullMarked
package org.cmm.server.demo;

import org.jspecify.annotations.NullMarked;
