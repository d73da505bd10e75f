package org.cmm.server.drill;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A drill as somebody wants it.
 *
 * @param server code of a test machine
 * @param fault cpu, memory, disk or downtime
 * @param seconds how long, 10 to what its agent allows
 * @param percent of processors, memory or disk in use, up to what its agent allows; left out for downtime
 * @param purpose what it is to show; may be empty
 */
@Schema(
        requiredProperties = {"server", "fault", "seconds"},
        examples = """
                {"server": "lab-3", "fault": "cpu", "seconds": 300, "percent": 95, "purpose": "Is the night shift told?"}""")
record DrillWish(
        String server,
        String fault,
        @Nullable Integer seconds,
        @Nullable Integer percent,
        String purpose) {

    DrillWish(
            @Nullable String server,
            @Nullable String fault,
            @Nullable Integer seconds,
            @Nullable Integer percent,
            @Nullable String purpose) {
        this.server = stripped(server);
        this.fault = stripped(fault);
        this.seconds = seconds;
        this.percent = percent;
        this.purpose = stripped(purpose);
    }

    static DrillWish empty() {
        return new DrillWish("", "cpu", 300, 95, "");
    }

    /** As a field of a form shows it. */
    public String secondsText() {
        return seconds == null ? "" : seconds.toString();
    }

    /** As a field of a form shows it. */
    public String percentText() {
        return percent == null ? "" : percent.toString();
    }

    private static String stripped(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }
}
