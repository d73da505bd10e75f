package org.cmm.server.tls;

import java.time.Instant;
import java.util.Optional;

/** Where CMM's certificate comes from, now and when it changes. */
sealed interface CertificateSource permits OwnCertificate, GivenCertificate {

    /** @throws org.cmm.server.platform.StartFault when CMM cannot start with it */
    KeyAndChain first(Instant now);

    /**
     * Looks whether another is to be used from now on.
     *
     * @throws CertificateFault when there is one that cannot be used, so the present one stays
     */
    Optional<KeyAndChain> newer(KeyAndChain present, Instant now) throws CertificateFault;
}
