package org.cmm.server.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import org.cmm.server.platform.Settings;

/**
 * Addresses that people type into a browser.
 *
 * @param here for the machine that CMM runs on, or the one address an operator has set
 * @param network for others, when CMM listens to them
 */
record ReadyAddress(String here, Optional<String> network) {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    static ReadyAddress of(Settings settings, int port) {
        if (settings.url().isPresent()) {
            return new ReadyAddress(withoutSlash(settings.url().get()), Optional.empty());
        }
        if (!EVERY_ADDRESS.contains(settings.host())) {
            return new ReadyAddress(url(settings.host(), port), Optional.empty());
        }
        return new ReadyAddress(url("localhost", port), ownNetworkAddress().map(address -> url(address, port)));
    }

    private static String url(String host, int port) {
        String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + literal + ":" + port;
    }

    static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Optional<String> ownNetworkAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
