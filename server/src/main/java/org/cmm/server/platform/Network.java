package org.cmm.server.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A block of addresses, IPv4 or IPv6.
 *
 * @param bits how many leading bits all its addresses share
 */
public record Network(InetAddress start, int bits) {

    /** Reads {@code 10.0.0.5} or {@code 10.0.0.0/8}; no name server is asked. */
    public static Optional<Network> of(String text) {
        String[] parts = text.split("/", 2);
        return HostName.address(parts[0]).flatMap(start -> {
            int all = start.getAddress().length * Byte.SIZE;
            if (parts.length == 1) {
                return Optional.of(new Network(start, all));
            }
            boolean valid = parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all;
            return valid ? Optional.of(new Network(start, Integer.parseInt(parts[1]))) : Optional.empty();
        });
    }

    public boolean holds(InetAddress address) {
        byte[] own = start.getAddress();
        byte[] other = address.getAddress();
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return own.length == other.length
                && Arrays.equals(own, 0, whole, other, 0, whole)
                && (rest == 0 || (own[whole] ^ other[whole]) >> (Byte.SIZE - rest) == 0);
    }
}
