package org.cmm.server.fleet;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Hands the agent out to anybody: a machine that is to be watched has no internet, no CMM and no login. */
@Path(AgentDownload.PATH)
@Singleton
@PermitAll
class AgentDownload {

    static final String PATH = "/download";

    @GET
    @Path("/{file}")
    @Operation(summary = "The agent for Linux or Windows, which needs a Java 17 or newer")
    public Response agent(@PathParam("file") String file) throws IOException {
        AgentPackage wanted = AgentPackage.of(file)
                .orElseThrow(() -> Problem.notFound("there is no '%.40s'; there are %s and %s"
                                .formatted(file, AgentPackage.LINUX.file(), AgentPackage.WINDOWS.file()))
                        .exception());
        AgentPackage.Content content = wanted.content().orElseThrow(() -> Problem.notFound(
                        "this CMM was built without the agent; start it with './cmm up', which builds both")
                .exception());
        return Response.ok(content.place().openStream(), wanted.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, content.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + wanted.file())
                .build();
    }
}
