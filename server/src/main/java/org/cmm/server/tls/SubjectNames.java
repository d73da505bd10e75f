package org.cmm.server.tls;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cmm.server.platform.HostName;

/** Whom a certificate is for: names and addresses, in the form in which they are compared. */
record SubjectNames(Set<String> all) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    SubjectNames {
        Set<String> sorted = new TreeSet<>();
        all.forEach(name -> sorted.add(plain(name)));
        all = Collections.unmodifiableSet(sorted);
    }

    static SubjectNames of(X509Certificate certificate) {
        try {
            Collection<List<?>> stated = certificate.getSubjectAlternativeNames();
            return new SubjectNames(
                    stated == null
                            ? Set.of()
                            : stated.stream()
                                    .filter(name -> name.get(0).equals(DNS_NAME)
                                            || name.get(0).equals(IP_ADDRESS))
                                    .map(name -> String.valueOf(name.get(1)))
                                    .collect(Collectors.toSet()));
        } catch (CertificateParsingException e) {
            return new SubjectNames(Set.of());
        }
    }

    boolean covers(SubjectNames others) {
        return others.all.stream().allMatch(this::covers);
    }

    /** Whether a browser that was sent to this name or address would be content; {@code *} stands for one label. */
    boolean covers(String host) {
        String plain = plain(host);
        int dot = plain.indexOf('.');
        return all.contains(plain)
                || dot > 0 && HostName.address(plain).isEmpty() && all.contains("*" + plain.substring(dot));
    }

    /** As RFC 5280 writes it (4.2.1.6). */
    byte[] encoded() {
        List<byte[]> names = new ArrayList<>();
        for (String name : all) {
            names.add(HostName.address(name)
                    .map(address -> Der.tagged(IP_ADDRESS, address.getAddress()))
                    .orElseGet(() -> Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII))));
        }
        return Der.sequence(names.toArray(byte[][]::new));
    }

    /** The same address can be written in many ways, and brackets belong to URLs only. */
    private static String plain(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return HostName.address(bare).map(InetAddress::getHostAddress).orElseGet(() -> bare.toLowerCase(Locale.ROOT));
    }
}
