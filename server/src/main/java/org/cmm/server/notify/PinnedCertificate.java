package org.cmm.server.notify;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.cmm.server.platform.Secrets;

/**
 * Trusts one certificate, known by its SHA-256, and no other: for mail servers of an institution that signed their own.
 * Whose name it carries does not matter then.
 */
final class PinnedCertificate implements X509TrustManager {

    private final String fingerprint;

    private PinnedCertificate(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** As a person copies it: 64 hexadecimal digits, with or without colons, blanks and capitals. */
    static String digits(String typed) {
        return typed.replaceAll("(?i)^sha-?256[:=]", "")
                .replaceAll("[:\\s]", "")
                .toLowerCase(Locale.ROOT);
    }

    static boolean valid(String typed) {
        return digits(typed).matches("[0-9a-f]{64}");
    }

    static SSLSocketFactory factory(String typed) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedCertificate(digits(typed))}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        String shown = Secrets.fingerprint(chain[0].getEncoded());
        if (!shown.equals(fingerprint)) {
            throw new CertificateException("the server shows another certificate, sha256:" + shown);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("nobody logs in with a certificate here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
