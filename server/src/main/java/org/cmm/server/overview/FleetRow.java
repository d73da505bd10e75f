package org.cmm.server.overview;

/**
 * A machine as a row of the fleet, in the visitor's language; a row that equals the one before need not be sent again.
 *
 * @param shape which of the state shapes stands for it
 * @param state the condition in words
 * @param reason why it is in this state; empty when all is well
 * @param demo whether the machine is made up
 * @param spark path of the processor's last hour
 * @param uptime how long it has been up, or when it was last heard of
 */
record FleetRow(
        String code,
        String name,
        String shape,
        String state,
        String reason,
        String site,
        boolean mute,
        boolean demo,
        Meter cpu,
        Meter memory,
        Meter disk,
        String spark,
        String uptime) {}
