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

    private final WindowsInstaller installer;

    AgentDownload(WindowsInstaller installer) {
        this.installer = installer;
    }

    @GET
    @Path("/" + WindowsInstaller.FILE)
    @Operation(summary = "The agent's installer for Windows, which brings its own Java")
    public Response installer() throws IOException {
        WindowsInstaller.Found found = installer.found().orElseThrow(() -> Problem.notFound(
                        "this CMM has no installer for Windows; whoever runs it builds one with"
                                + " './cmm package windows', or puts %s into the folder that CMM_PACKAGES names"
                                        .formatted(WindowsInstaller.FILE))
                .exception());
        return attached(Response.ok(found.file(), "application/x-msi"), WindowsInstaller.FILE, found.bytes());
    }

    @GET
    @Path("/{file}")
    @Operation(summary = "The agent for Linux or Windows, which needs a Java 17 or newer")
    public Response agent(@PathParam("file") String file) throws IOException {
        AgentPackage wanted = AgentPackage.of(file)
                .orElseThrow(() -> Problem.notFound("there is no '%.40s'; there are %s, %s and %s"
                                .formatted(
                                        file,
                                        AgentPackage.LINUX.file(),
                                        AgentPackage.WINDOWS.file(),
                                        WindowsInstaller.FILE))
                        .exception());
        AgentPackage.Content content = wanted.content().orElseThrow(() -> Problem.notFound(
                        "this CMM was built without the agent; start it with './cmm up', which builds both")
                .exception());
        return attached(Response.ok(content.place().openStream(), wanted.mediaType()), wanted.file(), content.bytes());
    }

    private static Response attached(Response.ResponseBuilder answer, String name, long bytes) {
        return answer.header(HttpHeaders.CONTENT_LENGTH, bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .build();
    }
}
