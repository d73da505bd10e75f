package org.cmm.server.history;

import java.util.Collection;

/** Rows of one server and tier. */
record ServerRows(int server, Collection<TierRow> rows) {}
