package org.cmm.server.fleet;
/** Stand-in. */
public record Server(int id, String code, String name) {}
