package org.cmm.server.alert;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which alerts are asked for, as an address says; {@link FilterCheck} says whether it makes sense.
 *
 * @param state open, cleared or all
 * @param server code; empty for any
 * @param severity info, warning or critical; empty for any
 * @param site number; empty for any
 * @param cursor where the stretch before ended
 */
record AlertQuery(
        @QueryParam("state") @DefaultValue("all") String state,
        @QueryParam("server") @DefaultValue("") String server,
        @QueryParam("severity") @DefaultValue("") String severity,
        @QueryParam("site") @DefaultValue("") String site,
        @QueryParam("cursor") @DefaultValue("") String cursor) {}
