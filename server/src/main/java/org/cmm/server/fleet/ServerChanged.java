package org.cmm.server.fleet;

/**
 * Somebody changed a server, such as its site or tags; told at once to whatever depends on them in this process.
 *
 * @param id of the server
 */
public record ServerChanged(int id) {}
