package org.cmm.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine asks to be watched.
 *
 * @param token the one-time token that a technician was given; never printed
 * @param machineId a hash that stays the same for one machine, so that enrolling it again does not make a second one
 * @param hardwareId the same for its hardware, which a copied disk does not bring along; null where it cannot be read
 * @param addresses the machine's addresses, possibly none
 * @param osFamily such as {@code Linux}, {@code Windows}, {@code macOS}
 */
public record EnrolmentRequest(
        String token,
        String hostName,
        String machineId,
        @Nullable String hardwareId,
        List<String> addresses,
        String osFamily,
        String agentVersion) {
    public EnrolmentRequest {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "EnrolmentRequest[" + hostName + "]";
    }
}
