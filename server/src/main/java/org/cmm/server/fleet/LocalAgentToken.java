package org.cmm.server.fleet;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;

/**
 * Gives the agent that {@code ./cmm up} starts on this very machine a token of its own, before anybody has logged in.
 */
@Singleton
class LocalAgentToken {

    private static final Duration VALID_FOR = Duration.ofHours(1);

    private final Settings settings;
    private final EnrolmentTokens tokens;

    LocalAgentToken(Settings settings, EnrolmentTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    void start(@Observes StartupEvent event) {
        settings.local().tokenFile().ifPresent(this::write);
    }

    private void write(Path file) {
        OwnerOnlyFiles.write(file, tokens.create(new EnrolmentTokens.Wish("this machine", null, VALID_FOR, 1), "CMM"));
    }
}
