package org.cmm.server.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Samples as a person or a script writes them. */
@Schema(examples = """
                {"server": "srv-001", "samples": [
                  {"at": "2026-11-23T10:00:00Z", "values": {
                    "system.cpu.utilization": 0.42,
                    "system.filesystem.utilization{system.filesystem.mountpoint=/}": 0.9}}]}""")
record PostedSamples(
        @Schema(description = "Code of the server", required = true) @Nullable
        String server,

        @Schema(
                description = "At most 10,000; what is wrong in one does not touch the others",
                implementation = Posted[].class,
                required = true)
        @Nullable
        List<JsonNode> samples) {

    /**
     * One sample as it should be; it is read value by value, so that one that is wrong can be named.
     *
     * @param at when it was measured; left out: now
     * @param values by the text of the series: the metric, and in braces what it is about
     */
    @Schema(requiredProperties = "values")
    record Posted(@Nullable Instant at, Map<String, @Nullable Double> values) {}
}
