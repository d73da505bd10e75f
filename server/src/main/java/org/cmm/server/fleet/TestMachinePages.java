package org.cmm.server.fleet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Marks servers as test machines and takes the mark away. */
@Path("/test-machines")
@Singleton
@RolesAllowed("admin")
class TestMachinePages {

    private final TestMachines machines;
    private final Servers servers;
    private final Visitor visitor;
    private final VisitorWords words;

    TestMachinePages(TestMachines machines, Servers servers, Visitor visitor, VisitorWords words) {
        this.machines = machines;
        this.servers = servers;
        this.visitor = visitor;
        this.words = words;
    }

    @POST
    public Response mark(@FormParam("server") @Nullable String code) {
        machines.mark(known(code), visitor.name());
        return Response.seeOther(URI.create("/drills?done=added")).build();
    }

    @POST
    @Path("/end")
    public Response unmark(@FormParam("server") @Nullable String code) {
        machines.unmark(known(code));
        return Response.seeOther(URI.create("/drills?done=removed")).build();
    }

    private Server known(@Nullable String code) {
        return servers.byCode(Text.stripped(code)).orElseThrow(() -> Problem.invalid(
                        List.of(new FieldFault("server", words.now().noSuchServer())))
                .exception());
    }
}
