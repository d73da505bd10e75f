package org.cmm.server.platform;

import java.util.Optional;

/**
 * Where CMM listens. What is not encrypted stays on this machine, unless an operator has turned encryption off because
 * a proxy does it.
 */
public record Listening(Place plain, Optional<Place> encrypted) {

    private static final String THIS_MACHINE = "localhost";
    private static final String EVERYWHERE = "0.0.0.0";

    /** An address and a TCP port. */
    public record Place(String host, int port) {}

    public static Listening of(Settings settings) {
        if (settings.tls().mode().equals("off")) {
            return new Listening(new Place(settings.host().orElse(THIS_MACHINE), settings.port()), Optional.empty());
        }
        return new Listening(
                new Place(THIS_MACHINE, settings.port()),
                Optional.of(new Place(settings.host().orElse(EVERYWHERE), settings.httpsPort())));
    }
}
