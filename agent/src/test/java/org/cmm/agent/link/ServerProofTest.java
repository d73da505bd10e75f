package org.cmm.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerProofTest {
    private static final Instant NOW = Instant.parse("2026-12-24T12:00:00Z");

    private final X509Certificate authority = certificate("authority");
    private final X509Certificate server = certificate("server");
    private final X509Certificate namedServer = certificate("named-server");
    private final List<X509Certificate> others = List.of(certificate("other-server"), certificate("other-authority"));

    private final TrustedAuthority pinned = new TrustedAuthority.ByFingerprint(TrustedAuthority.fingerprint(authority));
    private final TrustedAuthority fromFile = new TrustedAuthority.ByCertificate(Set.of(authority));

    @Test
    void aServerOfThatAuthorityIsTrustedWhateverItIsCalled() {
        for (String host : List.of("localhost", "10.0.0.5", "fd00:0::5", "a-name-of-yesterday", "192.0.2.77")) {
            assertThatCode(() -> check(pinned, NOW, host, server, authority))
                    .as(host)
                    .doesNotThrowAnyException();
            assertThatCode(() -> check(fromFile, NOW, host, server)).as(host).doesNotThrowAnyException();
        }
    }

    @Test
    void aServerOfAnotherAuthorityIsNotAndTheWordsSayWhatMayHaveHappened() {
        assertThat(fault(pinned, NOW, "localhost", others.toArray(X509Certificate[]::new)))
                .contains(
                        "its own is sha256:" + TrustedAuthority.fingerprint(others.get(1)),
                        "set up anew",
                        "--authority");
        assertThat(fault(fromFile, NOW, "localhost", others.get(0))).contains("--authority");
    }

    @Test
    void presentingTheAuthorityBesideAStrangersCertificateProvesNothing() {
        assertThat(fault(pinned, NOW, "localhost", others.get(0), authority)).contains("does not prove itself");
        assertThat(fault(fromFile, NOW, "localhost", others.get(0), authority)).contains("does not prove itself");
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedUnlessItIsOneOfCmmsOwn() {
        assertThat(fault(pinned, NOW, "10.0.0.5", namedServer, authority))
                .contains("for *.example.net, cmm.example.org and not for 10.0.0.5");
        assertThatCode(() -> check(pinned, NOW, "CMM.example.org", namedServer, authority))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(pinned, NOW, "cmm.example.net", namedServer, authority))
                .doesNotThrowAnyException();
    }

    @Test
    void anExpiredCertificateIsRefusedInWords() {
        assertThat(fault(pinned, Instant.parse("2027-11-25T12:00:00Z"), "localhost", server, authority))
                .contains("has expired at 2027-11-24T12:00:00Z", "renew it", "clock");
    }

    @Test
    void aMachineWhoseClockHasForgottenTheTimeTrustsItsServerAllTheSame() {
        assertThatCode(() -> check(pinned, Instant.parse("2000-01-01T00:00:00Z"), "localhost", server, authority))
                .doesNotThrowAnyException();
        assertThat(fault(pinned, Instant.parse("2000-01-01T00:00:00Z"), "localhost", others.get(0), authority))
                .contains("does not prove itself");
    }

    private static String fault(TrustedAuthority trusted, Instant now, String host, X509Certificate... presented) {
        return String.valueOf(
                catchThrowable(() -> check(trusted, now, host, presented)).getMessage());
    }

    private static void check(TrustedAuthority trusted, Instant now, String host, X509Certificate... presented)
            throws Exception {
        new ServerProof(trusted, () -> now).check(List.of(presented), host);
    }

    private static X509Certificate certificate(String name) {
        try (InputStream in = ServerProofTest.class.getResourceAsStream("/certificates/" + name + ".pem")) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(Objects.requireNonNull(in, name));
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }
}
