package org.cmm.server.trend;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.cmm.server.access.Language;

/** Sentences in the language of whoever reads them. */
final class TrendWords {

    private TrendWords() {}

    static TrendMessages of(Language language) {
        return switch (language) {
            case ENGLISH -> MessageBundles.get(TrendMessages.class);
            case FRENCH -> MessageBundles.get(TrendMessages.class, Localized.Literal.of("fr"));
        };
    }
}
