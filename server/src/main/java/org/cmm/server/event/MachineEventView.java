package org.cmm.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A machine event as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MachineEvent")
record MachineEventView(
        long id,

        @Schema(
                description = "machine-started, stop-planned, machine-stopped, unclean-stop, fell-asleep, woke,"
                        + " agent-started, agent-stopped, agent-killed, mains-lost, mains-back or battery-low")
        String kind,

        @Schema(
                description = "How the agent knows: agent, agent-marker, boot-time, clocks, event-log,"
                        + " power-supply or system")
        String evidence,

        @Schema(description = "When; of unclean-stop and agent-killed, when it was noticed")
        Instant at,

        @Schema(description = "When what ended then had begun at the latest: a sleep, or the last sign of life")
        @Nullable
        Instant since,

        @Schema(description = "A word for experts, such as a stop code")
        String detail,

        @Schema(description = "When CMM heard of it") Instant toldAt) {

    static MachineEventView of(StoredEvent event) {
        return new MachineEventView(
                event.id(),
                event.kind().word(),
                event.evidence().word(),
                event.at(),
                event.since(),
                event.detail(),
                event.toldAt());
    }
}
