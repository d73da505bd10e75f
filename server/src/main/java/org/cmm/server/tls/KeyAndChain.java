package org.cmm.server.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.cmm.server.platform.Secrets;

/**
 * What CMM proves itself with.
 *
 * @param chain its certificate first, then those that lead to an authority
 */
record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {

    KeyAndChain {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    Instant end() {
        return certificate().getNotAfter().toInstant();
    }

    /** The authority at the end of the chain, or whatever else stands there. */
    X509Certificate last() {
        return chain.getLast();
    }

    boolean endsInAnAuthority() {
        return last().getSubjectX500Principal().equals(last().getIssuerX500Principal());
    }

    /** Whether the key is the one that the certificate speaks of. */
    boolean fits() {
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            byte[] anything = {1, 2, 3};
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate().getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SHA-256 of a certificate, by which people and agents compare it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return Secrets.fingerprint(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    @Override
    public String toString() {
        return "KeyAndChain[" + certificate().getSubjectX500Principal() + "]";
    }
}
