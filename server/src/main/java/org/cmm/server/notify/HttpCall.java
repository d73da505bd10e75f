package org.cmm.server.notify;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request, not sent yet.
 *
 * @param headers by name, in the order they were given
 * @param body empty for none
 */
record HttpCall(String method, URI uri, Map<String, String> headers, String body) {

    /** Scheme, host and port of an address, without the path, which may hold a secret; empty for no address. */
    static String place(String address) {
        try {
            URI uri = URI.create(address.replaceAll("\\{\\w+}", "x"));
            return uri.getHost() == null
                    ? ""
                    : uri.getScheme() + "://" + uri.getAuthority().replaceAll(".*@", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    String place() {
        return place(uri.toString());
    }
}
