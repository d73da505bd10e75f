package org.cmm.server.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as text between lines of dashes (RFC 7468). */
final class Pem {

    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN (?<kind>(?:[A-Z]+ )?PRIVATE KEY)-----(?<base64>[A-Za-z0-9+/=\\s]+)-----END \\k<kind>-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String of(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    static String of(Key privateKey) {
        return block("PRIVATE KEY", privateKey.getEncoded());
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----".formatted(kind, LINES.encodeToString(content));
    }

    /** All certificates in the text, in its order. */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return factory.generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /**
     * The private key in the text, in PKCS #8 or in the older forms for RSA and for elliptic curves.
     *
     * @param counterpart says which kind of key it is
     */
    static PrivateKey key(String text, PublicKey counterpart) throws GeneralSecurityException {
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new InvalidKeySpecException("it holds no private key in PEM form");
        }
        if (found.group("kind").startsWith("ENCRYPTED")) {
            throw new InvalidKeySpecException("it is locked with a password; 'openssl pkey' writes one without");
        }
        byte[] content = Base64.getMimeDecoder().decode(found.group("base64"));
        byte[] wrapped = found.group("kind").equals("PRIVATE KEY") ? content : wrapped(content, counterpart);
        return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    }

    /** The older forms lack the algorithm's name, which a public key begins with. */
    private static byte[] wrapped(byte[] key, PublicKey counterpart) {
        return Der.sequence(Der.integer(BigInteger.ZERO), algorithm(counterpart.getEncoded()), Der.octets(key));
    }

    /** The first part of a SubjectPublicKeyInfo; it is shorter than 128 bytes in all kinds in use. */
    private static byte[] algorithm(byte[] publicKey) {
        int start = publicKey[1] >= 0 ? 2 : 2 + (publicKey[1] & 0x7f);
        return Arrays.copyOfRange(publicKey, start, start + 2 + publicKey[start + 1]);
    }
}
