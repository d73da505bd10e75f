/** History for people: any span of any metrics of several servers in one chart, and which servers lead a list. */
@NullMarked
package org.cmm.server.trend;

import org.jspecify.annotations.NullMarked;
