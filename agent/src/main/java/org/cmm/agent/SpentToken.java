package org.cmm.agent;

import java.io.IOException;
import java.util.Optional;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.settings.ConfigFile;

/** The token in the file of settings, which nobody should find there once it was used. Not thread-safe. */
final class SpentToken {
    private final Journal journal;
    private Optional<ConfigFile> holder;

    /**
     * A token that may have been spent.
     *
     * @param holder the file that holds it, if a file does
     */
    SpentToken(Optional<ConfigFile> holder, Journal journal) {
        this.holder = holder;
        this.journal = journal;
    }

    /** Takes it out; a second call does nothing, and neither does it when the file may not be written. */
    void forget() {
        Optional<ConfigFile> file = holder;
        holder = Optional.empty();
        try {
            if (file.isPresent()) {
                file.get().forgetToken();
            }
        } catch (IOException e) {
            journal.say("the used token stays in '%s', take it out: %s"
                    .formatted(file.get().path(), e.getMessage()));
        }
    }
}
