package org.cmm.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hardly ever changes about a machine. What could not be read is null.
 *
 * @param os such as {@code Debian GNU/Linux}
 * @param memoryBytes physical memory
 * @param bootTimeMillis when the machine was started, milliseconds since 1970 by its own clock
 * @param deliverySeconds how long the agent means to be quiet between two deliveries
 * @param samplingMillis how long from one sample to the next; null from agents before it was told
 * @param drills which drills its own configuration allows; null for none
 */
public record Facts(
        String hostName,
        @Nullable String os,
        @Nullable String osVersion,
        @Nullable String cpuModel,
        int logicalCpus,
        @Nullable Long memoryBytes,
        String agentVersion,
        @Nullable Long bootTimeMillis,
        List<String> addresses,
        @Nullable Integer deliverySeconds,
        @Nullable Integer samplingMillis,
        @Nullable DrillConsent drills) {
    public Facts {
        addresses = List.copyOf(addresses);
    }

    /** The same of an agent that allows these drills, or none. */
    public Facts with(@Nullable DrillConsent consent) {
        return new Facts(
                hostName,
                os,
                osVersion,
                cpuModel,
                logicalCpus,
                memoryBytes,
                agentVersion,
                bootTimeMillis,
                addresses,
                deliverySeconds,
                samplingMillis,
                consent);
    }

    /** The same for a server that refuses the newest field that was told; this when there is none left to give up. */
    public Facts older() {
        if (samplingMillis == null) {
            return with(null);
        }
        return new Facts(
                hostName,
                os,
                osVersion,
                cpuModel,
                logicalCpus,
                memoryBytes,
                agentVersion,
                bootTimeMillis,
                addresses,
                deliverySeconds,
                null,
                drills);
    }
}
