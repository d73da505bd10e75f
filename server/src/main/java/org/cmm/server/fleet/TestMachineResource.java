package org.cmm.server.fleet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Test machines for programs. */
@Path("/api/v1/servers/{code}/test-machine")
@Tag(name = "fleet")
@Singleton
@RolesAllowed("admin")
class TestMachineResource {

    private final TestMachines machines;
    private final Servers servers;
    private final Visitor visitor;

    TestMachineResource(TestMachines machines, Servers servers, Visitor visitor) {
        this.machines = machines;
        this.servers = servers;
        this.visitor = visitor;
    }

    @PUT
    @Operation(summary = "Let drills happen on a server, as far as its agent allows them, too")
    public void mark(@PathParam("code") String code) {
        machines.mark(known(code), visitor.name());
    }

    @DELETE
    @Operation(summary = "Let no more drills begin on a server")
    public void unmark(@PathParam("code") String code) {
        machines.unmark(known(code));
    }

    private Server known(String code) {
        return servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                .exception());
    }
}
