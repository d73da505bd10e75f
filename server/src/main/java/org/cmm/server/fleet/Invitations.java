package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Puts into words how a machine joins with a token. */
@Singleton
class Invitations {

    private final WayHere way;
    private final Installers installers;

    Invitations(WayHere way, Installers installers) {
        this.way = way;
        this.installers = installers;
    }

    /**
     * The commands for this token.
     *
     * @param asked the address that somebody asked at
     */
    Commands with(String token, URI asked) {
        try {
            return new Commands(way.from(asked), token, AgentPackage::sha256, installers.found());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
