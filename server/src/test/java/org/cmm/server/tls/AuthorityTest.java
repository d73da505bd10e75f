package org.cmm.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The certificates are read and judged by the JDK, which did not write them. */
class AuthorityTest {

    private static final Instant NOW = TestCertificates.NOW;

    private final Authority authority = TestCertificates.authority("CMM on srv-1");
    private final KeyAndChain server = TestCertificates.given(authority, NOW, "cmm.example.org", "10.0.0.5", "fd00::2");

    AuthorityTest() throws GeneralSecurityException {}

    @Test
    void vouchesForAServerSoThatItsChainIsValid() throws GeneralSecurityException {
        validate(server.certificate(), NOW);
    }

    @Test
    void doesNotVouchAboveAnotherAuthority() throws GeneralSecurityException {
        assertThat(authority.certificate().getBasicConstraints()).isZero();
        assertThat(server.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(server.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.certificate().getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
    }

    @Test
    void lastsTwentyYearsAndItsServersOne() {
        assertThat(lifeFrom(NOW, authority.certificate())).isBetween(Duration.ofDays(7304), Duration.ofDays(7306));
        assertThat(lifeFrom(NOW, server.certificate())).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void lastsEvenWhenItWasMadeByAMachineWhoseClockHasForgottenEverything() throws GeneralSecurityException {
        Authority early = Authority.create(Authority.newKey(), "early", Instant.parse("1970-01-01T00:00:00Z"));

        assertThat(early.certificate().getNotAfter().toInstant()).isAfter(Instant.parse("2045-12-31T00:00:00Z"));
    }

    @Test
    void anotherAuthoritysServerIsRefused() throws GeneralSecurityException {
        KeyAndChain other = TestCertificates.given(TestCertificates.authority("CMM on srv-1"), NOW, "cmm.example.org");

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(other.certificate(), NOW));
    }

    @Test
    void anExpiredServerIsRefused() {
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(server.certificate(), NOW.plus(Duration.ofDays(366))));
    }

    @Test
    void namesAreReadBackAsTheyWereGiven() {
        SubjectNames names = SubjectNames.of(server.certificate());

        assertThat(names.covers("CMM.example.org")).isTrue();
        assertThat(names.covers("10.0.0.5")).isTrue();
        assertThat(names.covers("[fd00:0::2]")).isTrue();
        assertThat(names.covers("10.0.0.6")).isFalse();
        assertThat(names.covers("other.example.org")).isFalse();
    }

    @Test
    void aStarStandsForOneLabelOfANameAndForNoPartOfAnAddress() {
        SubjectNames star = new SubjectNames(Set.of("*.example.org", "*.0.0.5"));

        assertThat(star.covers("cmm.example.org")).isTrue();
        assertThat(star.covers("a.cmm.example.org")).isFalse();
        assertThat(star.covers("example.org")).isFalse();
        assertThat(star.covers("10.0.0.5")).isFalse();
    }

    @Test
    void theKeyThatFitsIsToldFromOneThatDoesNot() throws GeneralSecurityException {
        assertThat(server.fits()).isTrue();
        assertThat(new KeyAndChain(Authority.newKey().getPrivate(), server.chain()).fits())
                .isFalse();
    }

    private static Duration lifeFrom(Instant now, X509Certificate certificate) {
        return Duration.between(now, certificate.getNotAfter().toInstant());
    }

    private void validate(X509Certificate certificate, Instant when) throws GeneralSecurityException {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
