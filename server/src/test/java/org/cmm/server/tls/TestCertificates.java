package org.cmm.server.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Certificates as an institution's own authority would give them to its operators. */
final class TestCertificates {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private TestCertificates() {}

    static Authority authority(String name) throws GeneralSecurityException {
        return Authority.create(Authority.newKey(), name, NOW);
    }

    static KeyAndChain given(Authority by, Instant when, String... names) throws GeneralSecurityException {
        KeyPair key = Authority.newKey();
        return new KeyAndChain(
                key.getPrivate(),
                List.of(by.vouchFor(key.getPublic(), new SubjectNames(Set.of(names)), when), by.certificate()));
    }

    static String text(KeyAndChain pair) {
        return Pem.of(pair.chain().getFirst()) + "\n" + Pem.of(pair.chain().getLast()) + "\n";
    }
}
