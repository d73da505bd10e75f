package org.cmm.agent.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in a few words why no answer came, and what to do when it is not the link's fault. */
final class LinkFault {
    private LinkFault() {}

    /** @param patience with which an answer was waited for */
    static String words(IOException fault, Duration patience) {
        if (fault instanceof SocketTimeoutException) {
            return "no answer within " + patience.toSeconds() + " s";
        }
        if (fault instanceof UnknownHostException) {
            return "the server's name cannot be resolved";
        }
        if (fault instanceof NoConnectionException) {
            return String.valueOf(fault.getMessage());
        }
        if (fault instanceof ConnectException) {
            return "connection refused";
        }
        if (fault instanceof SSLException) {
            return "TLS: " + ofTls(fault);
        }
        return "connection broken: " + fault.getMessage();
    }

    private static String ofTls(IOException fault) {
        Optional<UntrustedServer> untrusted = first(fault, UntrustedServer.class);
        if (untrusted.isPresent()) {
            return String.valueOf(untrusted.get().getMessage());
        }
        if (has(fault, CertificateExpiredException.class)) {
            return "the server's certificate has expired, or this machine's clock is ahead";
        }
        if (has(fault, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet: set this machine's clock";
        }
        if (has(fault, CertPathBuilderException.class)) {
            return "this machine does not know the authority behind the server's certificate: give --authority as"
                    + " CMM's enrolment page shows it";
        }
        String words = String.valueOf(fault.getMessage());
        if (words.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "the server answers without TLS: use http://, or the port for https:// (8443)";
        }
        return first(fault, CertificateException.class)
                .map(names -> "the server's certificate is for another name: " + names.getMessage())
                .orElse(words);
    }

    /** Whether whoever is there does not speak HTTP, or not in clear. */
    static boolean isNoHttp(IOException fault) {
        return fault instanceof UnansweredException || fault instanceof NoHttpException;
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        return first(fault, kind).isPresent();
    }

    private static <T extends Throwable> Optional<T> first(Throwable fault, Class<T> kind) {
        return Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
