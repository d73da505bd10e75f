package org.cmm.server.tls;

/** A certificate or key that cannot be used; the message names the file, the fault and the remedy. */
final class CertificateFault extends Exception {

    private static final long serialVersionUID = 1;

    CertificateFault(String message) {
        super(message);
    }

    CertificateFault(String message, Throwable cause) {
        super(message, cause);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
