package org.cmm.server.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/** A key as OpenSSL wrote it before PKCS #8, whose envelope is taken off here. */
record OlderKeys(String text, PrivateKey key, PublicKey counterpart) {

    private static final int VERSION_BYTES = 3;

    static OlderKeys elliptic() throws GeneralSecurityException {
        return of("EC PRIVATE KEY", Authority.newKey());
    }

    static OlderKeys rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return of("RSA PRIVATE KEY", generator.generateKeyPair());
    }

    private static OlderKeys of(String kind, KeyPair pair) {
        byte[] envelope = pair.getPrivate().getEncoded();
        int algorithm = header(envelope, 0) + VERSION_BYTES;
        int octets = algorithm + 2 + envelope[algorithm + 1];
        byte[] bare = Arrays.copyOfRange(envelope, octets + header(envelope, octets), envelope.length);
        String base64 = Base64.getMimeEncoder().encodeToString(bare);
        return new OlderKeys(
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, base64),
                pair.getPrivate(),
                pair.getPublic());
    }

    /** How many bytes a value's type and length take. */
    private static int header(byte[] der, int at) {
        return der[at + 1] >= 0 ? 2 : 2 + (der[at + 1] & 0x7f);
    }
}
