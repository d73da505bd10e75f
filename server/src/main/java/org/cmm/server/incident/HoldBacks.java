package org.cmm.server.incident;

import java.util.Optional;

/** What holds notices back from outside at one moment, such as {@code window:12}. */
interface HoldBacks {

    Optional<String> of(Scope scope);
}
