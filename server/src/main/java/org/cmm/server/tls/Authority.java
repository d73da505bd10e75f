package org.cmm.server.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.cmm.server.platform.OwnClock;

/** Vouches for this one CMM and for nobody else; agents and browsers are told to trust it. */
record Authority(PrivateKey key, X509Certificate certificate) {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private static final Duration LIFE = Duration.ofDays(20 * 365 + 5);
    private static final Duration LIFE_OF_SERVERS = Duration.ofDays(365);

    /** Clocks of other machines may be behind this one's. */
    private static final Duration BEFORE = Duration.ofDays(2);

    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** @param name in words, for the lists that systems and browsers show */
    static Authority create(KeyPair key, String name, Instant now) throws GeneralSecurityException {
        X500Principal self = new X500Principal("CN=" + name + ", O=Cloud Maintenance Manager");
        byte[] certifiesServersOnly = Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO));
        byte[] signsCertificatesAndRevocations = Der.bits(1, (byte) 0b0000_0110);
        CertificateForm form = new CertificateForm(
                self,
                self,
                new Validity(OwnClock.FIRST_DAY, possible(now).plus(LIFE)),
                key.getPublic(),
                List.of(
                        CertificateForm.critical(BASIC_CONSTRAINTS, certifiesServersOnly),
                        CertificateForm.critical(KEY_USAGE, signsCertificatesAndRevocations),
                        CertificateForm.extension(SUBJECT_KEY, Der.octets(CertificateForm.keyName(key.getPublic())))));
        return new Authority(key.getPrivate(), form.signedBy(key.getPrivate()));
    }

    X509Certificate vouchFor(PublicKey server, SubjectNames names, Instant now) throws GeneralSecurityException {
        byte[] signsHandshakes = Der.bits(7, (byte) 0b1000_0000);
        byte[] ownKey = Der.sequence(Der.tagged(0, CertificateForm.keyName(certificate.getPublicKey())));
        CertificateForm form = new CertificateForm(
                certificate.getSubjectX500Principal(),
                new X500Principal("CN=" + OwnNames.ALWAYS),
                new Validity(possible(now).minus(BEFORE), earlier(possible(now).plus(LIFE_OF_SERVERS), end())),
                server,
                List.of(
                        CertificateForm.critical(BASIC_CONSTRAINTS, Der.sequence()),
                        CertificateForm.critical(KEY_USAGE, signsHandshakes),
                        CertificateForm.extension(
                                EXTENDED_KEY_USAGE, Der.sequence(Der.objectIdentifier(SERVER_AUTHENTICATION))),
                        CertificateForm.extension(ALTERNATIVE_NAMES, names.encoded()),
                        CertificateForm.extension(SUBJECT_KEY, Der.octets(CertificateForm.keyName(server))),
                        CertificateForm.extension(AUTHORITY_KEY, ownKey)));
        return form.signedBy(key);
    }

    private Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /** A clock that has forgotten everything thinks that it is earlier than it can be. */
    private static Instant possible(Instant now) {
        return now.isAfter(OwnClock.FIRST_DAY) ? now : OwnClock.FIRST_DAY;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return "Authority[" + certificate.getSubjectX500Principal() + "]";
    }
}
