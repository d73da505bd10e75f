package org.cmm.server.architecture.offenders.server.alert;

/** Only something to point at. */
public record Bell(String sound) {}
