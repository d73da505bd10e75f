package org.cmm.server.access;

/**
 * A part of the audit log, newest first.
 *
 * @param before only entries older than the one with this number; a number once given never moves, so neither do pages
 * @param action how the action starts: "user." finds all that happened to users; empty for every action
 * @param actor name of who did it; empty for everybody
 */
record AuditQuery(long before, String action, String actor, int limit) {}
