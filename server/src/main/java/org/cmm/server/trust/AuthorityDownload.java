package org.cmm.server.trust;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.cmm.server.platform.Problem;
import org.cmm.server.tls.Encryption;

/**
 * Hands the authority's certificate to anybody; it is no secret, and worth nothing until its fingerprint is compared.
 */
@Path(AuthorityDownload.PATH)
@Singleton
@PermitAll
class AuthorityDownload {

    static final String PATH = "/download/cmm-authority.crt";

    private static final String MEDIA_TYPE = "application/x-x509-ca-cert";

    private final Encryption encryption;

    AuthorityDownload(Encryption encryption) {
        this.encryption = encryption;
    }

    @GET
    public Response certificate() {
        String text = encryption.authorityText().orElseThrow(() -> Problem.notFound(
                        "this CMM has no authority of its own; whoever runs it knows which"
                                + " one vouches for its certificate")
                .exception());
        return Response.ok(text + "\n", MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=cmm-authority.crt")
                .build();
    }
}
