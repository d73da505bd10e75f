package org.cmm.agent.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom a certificate is for. */
record CertificateNames(List<String> all) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        try {
            Collection<List<?>> stated = certificate.getSubjectAlternativeNames();
            return new CertificateNames(
                    stated == null
                            ? List.of()
                            : stated.stream()
                                    .filter(name -> name.get(0).equals(DNS_NAME)
                                            || name.get(0).equals(IP_ADDRESS))
                                    .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                                    .toList());
        } catch (CertificateParsingException e) {
            return new CertificateNames(List.of());
        }
    }

    /** Whether they hold this name or address; {@code *} stands for one label of a name. */
    boolean hold(String host) {
        Optional<InetAddress> address = address(host);
        if (address.isPresent()) {
            return all.stream().flatMap(name -> address(name).stream()).anyMatch(address.get()::equals);
        }
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return all.contains(name) || dot > 0 && all.contains("*" + name.substring(dot));
    }

    /** Asks no name server: only what is written as an address is looked at. */
    private static Optional<InetAddress> address(String text) {
        String bare = text.replaceAll("[\\[\\]]", "");
        if (!bare.contains(":") && !bare.matches("\\d+(\\.\\d+){3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
