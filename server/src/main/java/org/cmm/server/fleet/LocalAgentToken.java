package org.cmm.server.fleet;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.cmm.server.tls.Encryption;

/**
 * Gives the agent on this very machine a token of its own, before anybody has logged in; beside it the authority's
 * certificate, for an agent in a container next to this one. A token that is still good stays: the agent may be started
 * long after the server, and a server that starts often does not pile up tokens.
 */
@Singleton
class LocalAgentToken {

    private static final Duration VALID_FOR = Duration.ofDays(365);

    private final Settings settings;
    private final EnrolmentTokens tokens;
    private final Encryption encryption;

    LocalAgentToken(Settings settings, EnrolmentTokens tokens, Encryption encryption) {
        this.settings = settings;
        this.tokens = tokens;
        this.encryption = encryption;
    }

    void start(@Observes StartupEvent event) {
        settings.local().tokenFile().ifPresent(this::write);
    }

    /** The token last: whoever waits for it finds the certificate there. */
    private void write(Path file) {
        encryption.authorityText().ifPresent(text -> OwnerOnlyFiles.write(file.resolveSibling("authority.crt"), text));
        if (!isGood(file)) {
            var wish = new EnrolmentTokens.Wish("this machine", null, VALID_FOR, 1);
            OwnerOnlyFiles.write(file, tokens.create(wish, "CMM"));
        }
    }

    private boolean isGood(Path file) {
        try {
            return Files.exists(file) && tokens.enrols(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
