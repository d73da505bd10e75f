package org.cmm.server.incident;

import java.util.Optional;

/** What holds notices back from outside at one moment. */
public interface HoldBacks {

    /** A word, and after a colon which one, such as {@code window:12}; empty when nothing does. */
    Optional<String> of(Scope scope);
}
