package org.cmm.server.fleet;

/** Tells how servers are; answered by who knows their samples and alerts. */
public interface Conditions {

    /** From memory, so that it may be asked of ten thousand servers in a row. */
    Condition of(Server server);
}
