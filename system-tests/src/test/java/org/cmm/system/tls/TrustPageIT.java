package org.cmm.system.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that makes browsers trust CMM. */
@ExtendWith(SharedServer.class)
class TrustPageIT {

    private final Institution institution;

    TrustPageIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void anybodyMayFetchTheAuthorityAndCompareItsFingerprint() throws Exception {
        Answer file = institution
                .callEncrypted(Call.get("/download/cmm-authority.crt"))
                .expect(200);
        byte[] certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(file.body().getBytes(StandardCharsets.US_ASCII)))
                .getEncoded();
        String shown = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));

        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/x-x509-ca-cert");
        assertThat(institution.callEncrypted(Call.get("/trust")).expect(200).body())
                .contains(shown, "certutil -addstore Root", "update-ca-certificates")
                .doesNotContain("does not know", "action=\"/trust/names\"");
        assertThat(institution
                        .callEncrypted(Call.get("/trust").header("Accept-Language", "fr"))
                        .body())
                .contains(shown, "Ce que signifie l’avertissement");
        assertThat(institution.log())
                .as("what can be compared")
                .contains("sha256:" + shown.replace(":", "").toLowerCase(Locale.ROOT));
    }

    @Test
    void aNameThatTheCertificateDoesNotCarryIsAddedAtOnce() throws Exception {
        String request = "GET /trust HTTP/1.1\r\nHost: cmm.town-hall.example:8443\r\nConnection: close\r\n\r\n";
        try (TlsDoor door = TlsDoor.open(institution.server(), "localhost")) {
            assertThat(door.ask(request)).contains("does not know cmm.town-hall.example");
        }

        institution.callEncrypted(add("cmm.town-hall.example")).expect(303);

        try (TlsDoor door = TlsDoor.open(institution.server(), "cmm.town-hall.example")) {
            assertThat(door.ask(request)).doesNotContain("does not know");
            assertThat(door.names()).contains("cmm.town-hall.example", "localhost", "server.cmm.internal");
        }
        assertThat(institution
                        .call(Call.get("/audit").as(institution.browse(Role.ADMIN)))
                        .body())
                .contains("added a name to the certificate", "cmm.town-hall.example");
    }

    @Test
    void whatIsNoNameIsRefusedBesideItsField() {
        assertThat(institution.callEncrypted(add("https://cmm")).expect(422).body())
                .contains("without https:// and port", "https://cmm");
        assertThat(institution.callEncrypted(add("a b")).expect(422).body()).contains("without https:// and port");
    }

    private Call add(String name) {
        return Call.post("/trust/names")
                .form("name=" + name.replace(' ', '+'))
                .header("Sec-Fetch-Site", "same-origin")
                .as(institution.browse(Role.ADMIN));
    }
}
