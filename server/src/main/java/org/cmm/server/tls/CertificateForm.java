package org.cmm.server.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * What stands in a certificate of X.509 version 3 (RFC 5280) before somebody signs it with an elliptic curve's key.
 *
 * @param extensions each in DER, see {@link #extension}
 */
record CertificateForm(
        X500Principal issuer, X500Principal subject, Validity validity, PublicKey key, List<byte[]> extensions) {

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final byte[] SIGNATURE_NAME = Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));
    private static final byte[] VERSION_3 = Der.wrapped(0, Der.integer(BigInteger.TWO));
    private static final int EXTENSIONS = 3;
    private static final int SERIAL_BITS = 120;
    private static final int KEY_NAME_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    X509Certificate signedBy(PrivateKey authority) throws GeneralSecurityException {
        byte[] content = content();
        Signature signature = Signature.getInstance(SIGNATURE);
        signature.initSign(authority);
        signature.update(content);
        byte[] whole = Der.sequence(content, SIGNATURE_NAME, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private byte[] content() {
        return Der.sequence(
                VERSION_3,
                Der.integer(new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS)),
                SIGNATURE_NAME,
                issuer.getEncoded(),
                validity.encoded(),
                subject.getEncoded(),
                key.getEncoded(),
                Der.wrapped(EXTENSIONS, Der.sequence(extensions.toArray(byte[][]::new))));
    }

    /** An extension that who does not know it may ignore. */
    static byte[] extension(String name, byte[] value) {
        return Der.sequence(Der.objectIdentifier(name), Der.octets(value));
    }

    /** An extension that makes the certificate worthless to whoever does not know it. */
    static byte[] critical(String name, byte[] value) {
        return Der.sequence(Der.objectIdentifier(name), Der.yes(), Der.octets(value));
    }

    /** A short name of a key, by which a chain is put together; how it is made is free (RFC 5280, 4.2.1.2). */
    static byte[] keyName(PublicKey key) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(hash, KEY_NAME_BYTES);
    }
}
