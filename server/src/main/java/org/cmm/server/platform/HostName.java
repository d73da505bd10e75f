package org.cmm.server.platform;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and addresses of machines as people write them; no name server is ever asked. */
public final class HostName {

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:\\*\\.)?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("[\\d.]+");

    private HostName() {}

    /** Whether a certificate can carry it. */
    public static boolean valid(String text) {
        return address(text).isPresent()
                || NAME.matcher(text).matches() && !LOOKS_NUMERIC.matcher(text).matches();
    }

    /** The address that the text is, if it is one. */
    public static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it means the machine that it is said on. */
    public static boolean isThisMachine(String text) {
        return text.equalsIgnoreCase("localhost")
                || address(text).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
