package org.cmm.server.access;

/**
 * A part of the audit log, newest first.
 *
 * @param before only entries older than the one with this number; a number once given never moves, so neither do pages
 */
record AuditQuery(long before, AuditFilter filter, int limit) {}
