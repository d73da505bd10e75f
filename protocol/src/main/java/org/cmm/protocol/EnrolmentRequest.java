package org.cmm.protocol;

import java.util.List;

/**
 * A machine asks to be watched.
 *
 * @param token the one-time token that a technician was given; never printed
 * @param machineId a hash that stays the same for one machine, so that enrolling it again does not make a second one
 * @param addresses the machine's addresses, possibly none
 * @param osFamily such as {@code Linux}, {@code Windows}, {@code macOS}
 */
public record EnrolmentRequest(
        String token, String hostName, String machineId, List<String> addresses, String osFamily, String agentVersion) {
    public EnrolmentRequest {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "EnrolmentRequest[" + hostName + "]";
    }
}
