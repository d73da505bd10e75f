package org.cmm.agent.enrolment;

/**
 * Who this machine is to the server.
 *
 * @param serverId how the server names it
 * @param secret proves it; never printed
 */
public record Identity(String serverId, String secret) {
    @Override
    public String toString() {
        return "Identity[" + serverId + "]";
    }
}
