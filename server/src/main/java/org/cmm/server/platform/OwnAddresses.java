package org.cmm.server.platform;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses that people type into a browser and agents are given, without a slash at the end.
 *
 * @param here for the machine that CMM runs on, or the one address an operator has set
 * @param network for others, when CMM listens to them and knows how they reach it
 * @param encryptedHere the encrypted port as this machine sees it, whoever may reach it otherwise
 */
public record OwnAddresses(String here, Optional<String> network, Optional<String> encryptedHere) {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    public static OwnAddresses of(Settings settings) {
        Listening listening = Listening.of(settings);
        String here = forThisMachine(listening);
        Optional<String> encryptedHere = listening.encrypted().map(place -> url("https", withoutWildcard(place)));
        if (settings.url().isPresent()) {
            return new OwnAddresses(
                    listening.encrypted().isPresent()
                            ? here
                            : withoutSlash(settings.url().get()),
                    settings.url().map(OwnAddresses::withoutSlash),
                    encryptedHere);
        }
        return new OwnAddresses(
                here,
                listening
                        .encrypted()
                        .map(place -> forOthers("https", place))
                        .orElseGet(() -> forOthers("http", listening.plain())),
                encryptedHere);
    }

    /** What a container does not encrypt stays inside it, and its machine reaches the encrypted port. */
    private static String forThisMachine(Listening listening) {
        Optional<Listening.Place> encrypted =
                listening.encrypted().filter(place -> ThisMachine.isContainerOfThisProgram());
        return encrypted
                .map(place -> url("https", withoutWildcard(place)))
                .orElseGet(() -> url("http", withoutWildcard(listening.plain())));
    }

    private static Optional<String> forOthers(String scheme, Listening.Place place) {
        if (!EVERY_ADDRESS.contains(place.host())) {
            return HostName.isThisMachine(place.host()) ? Optional.empty() : Optional.of(url(scheme, place));
        }
        if (ThisMachine.isContainer()) {
            return Optional.empty();
        }
        return ThisMachine.addressForOthers()
                .map(InetAddress::getHostAddress)
                .map(address -> url(scheme, new Listening.Place(address, place.port())));
    }

    private static Listening.Place withoutWildcard(Listening.Place place) {
        return EVERY_ADDRESS.contains(place.host()) ? new Listening.Place("localhost", place.port()) : place;
    }

    private static String url(String scheme, Listening.Place place) {
        String host = place.host();
        String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return scheme + "://" + literal + ":" + place.port();
    }

    public static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
