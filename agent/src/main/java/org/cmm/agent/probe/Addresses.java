package org.cmm.agent.probe;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** What this machine is called and where it can be reached. */
final class Addresses {
    private Addresses() {}

    /** Every address of a real interface that is up, without loopback and link-local ones. */
    static List<String> here() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(one -> RealInterfaces.isReal(one.getName()))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address -> withoutScope(address.getHostAddress()))
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** Java appends the interface to an IPv6 address, as in {@code fd00::2%eth0}. */
    static String withoutScope(String address) {
        int scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
