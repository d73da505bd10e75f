package org.cmm.server.outage;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which outages or whose availability an address asks for. */
record OutageQuery(
        @Parameter(description = "Code of the server; empty for every one") @QueryParam("server") @DefaultValue("")
        String server,

        @Parameter(description = "Number of the site; empty for every one") @QueryParam("site") @DefaultValue("")
        String site,

        @Parameter(description = "Begin: a day of the institution or a time; thirty days before the end without it")
        @QueryParam("from")
        @DefaultValue("")
        String from,

        @Parameter(description = "End: a day that belongs to it, or a time; now without it")
        @QueryParam("to")
        @DefaultValue("")
        String to) {

    Period period() {
        return new Period(from, to);
    }

    /** @throws org.cmm.server.platform.ProblemException when there is no such cause */
    static Optional<Cause> cause(String word) {
        Optional<Cause> cause = Spelling.read(Cause.class, word);
        if (cause.isEmpty() && !word.isEmpty()) {
            throw Problem.invalid(List.of(new FieldFault(
                            "cause",
                            "'cause' must be power, link, crash, planned, sleep, agent-stopped, cmm or unknown, was '%.40s'"
                                    .formatted(word))))
                    .exception();
        }
        return cause;
    }
}
