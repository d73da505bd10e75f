/** What an experiment found, as files that somebody else can check: tables, plots, every replication, every event. */
@NullMarked
package org.cmm.core.evidence;

import org.jspecify.annotations.NullMarked;
