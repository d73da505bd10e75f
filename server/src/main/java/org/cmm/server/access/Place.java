package org.cmm.server.access;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Where an address lies, as far as it can be told without asking anybody. */
enum Place {
    /** The machine that CMM runs on. */
    HERE,
    /** The institution's own network. */
    NETWORK,
    ELSEWHERE;

    /** @param address a literal; anything else lies elsewhere */
    static Place of(String address) {
        try {
            InetAddress place = InetAddress.ofLiteral(address);
            if (place.isLoopbackAddress()) {
                return HERE;
            }
            boolean own = place.isSiteLocalAddress() || place.isLinkLocalAddress() || isUniqueLocal(place);
            return own ? NETWORK : ELSEWHERE;
        } catch (IllegalArgumentException e) {
            return ELSEWHERE;
        }
    }

    /** RFC 4193: fc00::/7. */
    private static boolean isUniqueLocal(InetAddress place) {
        return place instanceof Inet6Address && (place.getAddress()[0] & 0xfe) == 0xfc;
    }
}
