package org.cmm.agent.link;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks whether the server proves itself by the authority that is to be trusted, and for the name that was dialled or
 * for the one that every server of CMM's own making has. A certificate that is not valid yet is taken: the machine's
 * clock may have forgotten the time. An expired one is not.
 */
final class ServerProof extends X509ExtendedTrustManager {
    /** Stands in every certificate that CMM makes for itself, and no public authority vouches for such names. */
    private static final String OWN_NAME = "server.cmm.internal";

    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";

    private final TrustedAuthority trusted;
    private final InstantSource clock;

    ServerProof(TrustedAuthority trusted) {
        this(trusted, InstantSource.system());
    }

    ServerProof(TrustedAuthority trusted, InstantSource clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    void check(List<X509Certificate> presented, String host) throws CertificateException {
        Set<X509Certificate> authorities = trusted.among(presented);
        if (authorities.isEmpty()) {
            throw stranger(presented);
        }
        refuseExpired(presented);
        refuseOtherPurpose(presented.get(0));
        if (!authorities.contains(presented.get(0))) {
            validate(untilAuthority(presented, authorities), authorities);
        }
        var names = CertificateNames.of(presented.get(0));
        if (!names.hold(host) && !names.hold(OWN_NAME)) {
            throw new UntrustedServer(
                    "the server's certificate is for %s and not for %s: give one of these with --server"
                            .formatted(String.join(", ", names.all()), host));
        }
    }

    private void refuseExpired(List<X509Certificate> presented) throws UntrustedServer {
        for (X509Certificate certificate : presented) {
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isBefore(clock.instant())) {
                throw new UntrustedServer(
                        "the server's certificate has expired at %s, or this machine's clock is ahead: renew it there, or set the clock"
                                .formatted(end));
            }
        }
    }

    /** An authority of many may have vouched for people, too. */
    private static void refuseOtherPurpose(X509Certificate certificate) throws CertificateException {
        List<String> purposes = certificate.getExtendedKeyUsage();
        if (purposes != null && !purposes.contains(FOR_SERVERS)) {
            throw new UntrustedServer("the server's certificate is not meant for servers: give it another one there");
        }
    }

    private static List<X509Certificate> untilAuthority(
            List<X509Certificate> presented, Set<X509Certificate> authorities) {
        return presented.stream()
                .takeWhile(certificate -> !authorities.contains(certificate))
                .toList();
    }

    private void validate(List<X509Certificate> path, Set<X509Certificate> authorities) throws CertificateException {
        try {
            var anchors = authorities.stream()
                    .map(authority -> new TrustAnchor(authority, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(notBeforeAnyOf(path, authorities)));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (GeneralSecurityException e) {
            throw stranger(path);
        }
    }

    /** Now, or when the youngest of them begins. */
    private Instant notBeforeAnyOf(List<X509Certificate> path, Set<X509Certificate> authorities) {
        List<X509Certificate> all = new ArrayList<>(path);
        all.addAll(authorities);
        return all.stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .filter(clock.instant()::isBefore)
                .max(Instant::compareTo)
                .orElse(clock.instant());
    }

    private static UntrustedServer stranger(List<X509Certificate> presented) {
        var last = presented.get(presented.size() - 1);
        return new UntrustedServer(
                ("the server does not prove itself by the authority of --authority; its own is sha256:%s. If CMM was set up"
                                + " anew, take the new --authority from its enrolment page; if not, somebody stands in between")
                        .formatted(TrustedAuthority.fingerprint(last)));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        check(List.of(chain), String.valueOf(engine.getPeerHost()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        check(List.of(chain), ((SSLSocket) socket).getHandshakeSession().getPeerHost());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new UntrustedServer("whom the certificate should be for is not known");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("an agent is nobody's server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
