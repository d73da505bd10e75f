package org.cmm.server.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Samples as a person or a script writes them. */
@Schema(example = """
                {"server": "srv-001", "samples": [
                  {"at": "2026-11-23T10:00:00Z", "values": {
                    "system.cpu.utilization": 0.42,
                    "system.filesystem.utilization{system.filesystem.mountpoint=/}": 0.9}}]}""")
record PostedSamples(
        @JsonProperty(required = true) @Nullable String server,
        @Nullable List<@Nullable Posted> samples) {

    /**
     * One sample.
     *
     * @param at when it was measured; left out: now
     * @param values by the text of the series: the metric, and in braces what it is about
     */
    record Posted(@Nullable Instant at, @Nullable Map<String, @Nullable Double> values) {}
}
