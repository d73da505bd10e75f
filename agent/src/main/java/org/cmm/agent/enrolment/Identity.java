package org.cmm.agent.enrolment;

import java.util.Optional;

/**
 * Who this machine is to the server.
 *
 * @param serverId how the server names it
 * @param secret proves it; never printed
 * @param hardware {@link MachineId#ofHardware} of the machine that it was given to, where that could be read
 */
public record Identity(String serverId, String secret, Optional<String> hardware) {
    /** Whether it was given to another machine than this one, whose disk was copied then. */
    public boolean isOfAnother(Optional<String> here) {
        return hardware.isPresent() && here.isPresent() && !hardware.equals(here);
    }

    @Override
    public String toString() {
        return "Identity[" + serverId + "]";
    }
}
