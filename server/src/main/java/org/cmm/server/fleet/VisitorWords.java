package org.cmm.server.fleet;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import org.cmm.server.access.Visitor;

/** The sentences of this feature in the language of the present visitor. */
@Singleton
class VisitorWords {

    private final Visitor visitor;

    VisitorWords(Visitor visitor) {
        this.visitor = visitor;
    }

    FleetMessages now() {
        return switch (visitor.language()) {
            case ENGLISH -> MessageBundles.get(FleetMessages.class);
            case FRENCH -> MessageBundles.get(FleetMessages.class, Localized.Literal.of("fr"));
        };
    }
}
