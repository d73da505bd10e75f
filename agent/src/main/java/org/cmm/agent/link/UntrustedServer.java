package org.cmm.agent.link;

import java.security.cert.CertificateException;

/** The server did not prove to be the one that is to be trusted; the message says so to a person. */
final class UntrustedServer extends CertificateException {
    private static final long serialVersionUID = 1;

    UntrustedServer(String message) {
        super(message);
    }
}
