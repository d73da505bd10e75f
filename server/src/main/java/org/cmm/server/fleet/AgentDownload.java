package org.cmm.server.fleet;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Hands the agent out to anybody: a machine that is to be watched has no internet, no CMM and no login. */
@Path(AgentDownload.PATH)
@Singleton
@PermitAll
class AgentDownload {

    static final String PATH = "/download";

    private final Installers installers;

    AgentDownload(Installers installers) {
        this.installers = installers;
    }

    @GET
    @Path("/{file}")
    @Operation(summary = "The agent for Linux or Windows, or its installer, which brings its own Java")
    public Response agent(@PathParam("file") String file) throws IOException {
        Optional<Installer> installer = Installer.of(file);
        return installer.isPresent() ? installed(installer.get()) : unpacked(file);
    }

    private Response installed(Installer wanted) throws IOException {
        Installers.Found found = installers.found(wanted).orElseThrow(() -> Problem.notFound(
                        ("this CMM has no %1$s; whoever runs it builds one with './cmm package %2$s',"
                                        + " or puts it into the folder that CMM_PACKAGES names")
                                .formatted(wanted.file(), wanted.kind()))
                .exception());
        return attached(Response.ok(found.file(), wanted.mediaType()), wanted.file(), found.bytes());
    }

    private static Response unpacked(String file) throws IOException {
        AgentPackage wanted = AgentPackage.of(file).orElseThrow(() -> Problem.notFound(
                        "there is no '%.40s'; there are %s".formatted(file, String.join(", ", known())))
                .exception());
        AgentPackage.Content content = wanted.content().orElseThrow(() -> Problem.notFound(
                        "this CMM was built without the agent; start it with './cmm up', which builds both")
                .exception());
        return attached(Response.ok(content.place().openStream(), wanted.mediaType()), wanted.file(), content.bytes());
    }

    private static List<String> known() {
        return Stream.concat(
                        Stream.of(AgentPackage.values()).map(AgentPackage::file),
                        Stream.of(Installer.values()).map(Installer::file))
                .toList();
    }

    private static Response attached(Response.ResponseBuilder answer, String name, long bytes) {
        return answer.header(HttpHeaders.CONTENT_LENGTH, bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .build();
    }
}
