package org.cmm.server.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent tells about its machine, as it arrives: any part may be missing, and any word unknown. */
@Schema(name = "MachineEvents")
record ToldEvents(
        @Nullable Long epoch,
        @Nullable Long nowMillis,
        @Nullable List<@Nullable ToldEvent> events) {

    /** One event; see the protocol for what each part means. */
    @Schema(name = "ToldMachineEvent")
    record ToldEvent(
            @Nullable String key,
            @Nullable String kind,
            @Nullable String evidence,
            @Nullable Long atMillis,
            @Nullable Long sinceMillis,
            @Nullable String detail) {}
}
