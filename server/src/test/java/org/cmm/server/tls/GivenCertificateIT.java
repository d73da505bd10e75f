package org.cmm.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.cmm.server.platform.StartFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that an operator gives, in real files; the time is given. */
class GivenCertificateIT {

    private static final Instant NOW = TestCertificates.NOW;

    @TempDir
    Path folder;

    private final Authority authority = TestCertificates.authority("Institution");
    private final KeyAndChain first = TestCertificates.given(authority, NOW, "cmm.example.org");
    private final KeyAndChain second = TestCertificates.given(authority, NOW, "cmm.example.org");

    GivenCertificateIT() throws GeneralSecurityException {}

    @BeforeEach
    void write() throws Exception {
        writeCertificate(TestCertificates.text(first));
        writeKey(Pem.of(first.key()));
    }

    @Test
    void isReadWithItsChain() {
        assertThat(given().first(NOW).chain()).isEqualTo(first.chain());
    }

    @Test
    void whatIsWrongWithItStopsTheStartInWords() throws Exception {
        writeKey(Pem.of(second.key()));
        assertFault("CMM_TLS_KEY", "key.pem is not that of the certificate in", "belong together");

        writeKey("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertFault("CMM_TLS_KEY", "locked with a password");

        writeKey("nonsense");
        assertFault("CMM_TLS_KEY", "holds no private key");

        Files.delete(folder.resolve("key.pem"));
        assertFault("CMM_TLS_KEY", "key.pem does not exist");

        writeCertificate("nonsense");
        assertFault("CMM_TLS_KEY", "key.pem does not exist");

        writeKey(Pem.of(first.key()));
        assertFault("CMM_TLS_CERT", "holds no certificate");
    }

    @Test
    void oneThatHasExpiredStopsTheStart() {
        assertThatExceptionOfType(StartFault.class)
                .isThrownBy(() -> given().first(NOW.plus(Duration.ofDays(366))))
                .withMessageContaining("has expired at 2027-11-24")
                .withMessageContaining("renew it");
    }

    @Test
    void isReadAgainWhenBothFilesAreReplaced() throws Exception {
        GivenCertificate given = given();
        KeyAndChain present = given.first(NOW);

        writeCertificate(TestCertificates.text(second));
        assertThat(given.newer(present, NOW)).as("between two files").isEmpty();
        writeKey(Pem.of(second.key()));
        assertThat(given.newer(present, NOW)).as("just written").isEmpty();

        assertThat(given.newer(present, NOW)).get().isEqualTo(second);
        assertThat(given.newer(second, NOW)).isEmpty();
    }

    @Test
    void aBrokenOneIsRefusedInWordsUntilItIsMended() throws Exception {
        GivenCertificate given = given();
        KeyAndChain present = given.first(NOW);
        writeCertificate("nonsense");
        assertThat(given.newer(present, NOW)).isEmpty();

        assertThatExceptionOfType(CertificateFault.class)
                .isThrownBy(() -> given.newer(present, NOW))
                .withMessageContaining("holds no certificate");

        writeCertificate(TestCertificates.text(second));
        writeKey(Pem.of(second.key()));
        assertThat(given.newer(present, NOW)).isEmpty();
        assertThat(given.newer(present, NOW)).get().isEqualTo(second);
    }

    @Test
    void keysInOlderFormsAreRead() throws Exception {
        OlderKeys elliptic = OlderKeys.elliptic();
        assertThat(Pem.key(elliptic.text(), elliptic.counterpart())).isEqualTo(elliptic.key());

        OlderKeys rsa = OlderKeys.rsa();
        assertThat(Pem.key(rsa.text(), rsa.counterpart())).isEqualTo(rsa.key());
    }

    private void assertFault(String... words) {
        assertThatExceptionOfType(StartFault.class)
                .isThrownBy(() -> given().first(NOW))
                .satisfies(fault -> assertThat(fault.getMessage()).contains(words));
    }

    private GivenCertificate given() {
        return new GivenCertificate(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    }

    private void writeCertificate(String text) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), text);
    }

    private void writeKey(String text) throws IOException {
        Files.writeString(folder.resolve("key.pem"), text);
    }
}
