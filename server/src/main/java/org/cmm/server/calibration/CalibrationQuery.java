package org.cmm.server.calibration;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which machines and of what time the laws are asked for. */
record CalibrationQuery(
        @Parameter(
                description =
                        "Number of the site; empty for every one. Demo machines count only where there are no others")
        @QueryParam("site")
        @DefaultValue("")
        String site,

        @Parameter(description = "Begin: a day of the institution or a time; all that is on record without it")
        @QueryParam("from")
        @DefaultValue("")
        String from,

        @Parameter(description = "End: a day that belongs to it, or a time; now without it")
        @QueryParam("to")
        @DefaultValue("")
        String to,

        @Parameter(
                description = "One trouble alone: crash, power, link, planned, or rule- and a rule's id; empty for all")
        @QueryParam("kind")
        @DefaultValue("")
        String kind) {

    CalibrationQuery {
        site = site.strip();
        from = from.strip();
        to = to.strip();
        kind = kind.strip();
    }

    boolean wants(Trouble trouble) {
        return kind.isEmpty() || kind.equals(trouble.word());
    }
}
