package org.cmm.server.architecture.offenders.server.notify;

/** What an offender tells. */
public class Post {}
