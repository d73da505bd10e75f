package org.cmm.server.notify;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where channels may lead. An administrator names the place, and a gateway on this machine or in its network is as
 * usual as one on the internet, so only what can be no counterpart is refused: addresses at which clouds hand out their
 * machines' credentials, those of a single link, groups, and none at all.
 */
final class Destination {

    /** Where clouds answer machines about themselves beside the link-local range: Amazon by IPv6, Alibaba. */
    private static final List<InetAddress> METADATA =
            List.of(address("fd00:ec2::254"), address("100.100.100.200"), address("192.0.0.192"));

    private Destination() {}

    /** Why nothing is sent there; empty when it may be. */
    static Optional<String> refusal(String host) {
        try {
            InetAddress[] found = InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""));
            return Arrays.stream(found)
                    .filter(Destination::isForbidden)
                    .findFirst()
                    .map(address -> "%s is %s: CMM sends nothing to link-local, multicast or metadata addresses"
                            .formatted(host, address.getHostAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || address.isAnyLocalAddress()
                || METADATA.contains(address)
                || (address instanceof Inet4Address && address.getAddress()[0] == 0);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
