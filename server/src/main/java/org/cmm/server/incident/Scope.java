package org.cmm.server.incident;

/** What an incident is about: one server, or a site as a whole. */
public sealed interface Scope {

    record OfServer(int server) implements Scope {}

    record OfSite(int site) implements Scope {}
}
