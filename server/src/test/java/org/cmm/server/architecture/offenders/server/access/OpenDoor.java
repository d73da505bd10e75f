package org.cmm.server.architecture.offenders.server.access;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;

/** Resource methods that nobody could call, or everybody. */
final class OpenDoor {

    @GET
    String hidden() {
        return "";
    }

    @DELETE
    public void forAnybody() {}
}
