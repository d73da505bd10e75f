package org.cmm.protocol;

/**
 * The machine is known from now on.
 *
 * @param serverId how CMM names the machine
 * @param secret opaque, sent with every later request; never printed
 */
public record EnrolmentReply(String serverId, String secret) {
    @Override
    public String toString() {
        return "EnrolmentReply[" + serverId + "]";
    }
}
