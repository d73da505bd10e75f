package org.cmm.server.fleet;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.cmm.server.tls.Encryption;

/**
 * Gives the agent that {@code ./cmm up} starts on this very machine a token of its own, before anybody has logged in;
 * beside it the authority's certificate, for an agent in a container next to this one.
 */
@Singleton
class LocalAgentToken {

    private static final Duration VALID_FOR = Duration.ofHours(1);

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
        OwnerOnlyFiles.write(file, tokens.create(new EnrolmentTokens.Wish("this machine", null, VALID_FOR, 1), "CMM"));
    }
}
