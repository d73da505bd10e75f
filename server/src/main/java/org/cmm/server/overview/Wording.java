package org.cmm.server.overview;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.ZoneId;
import java.util.Locale;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Figures;
import org.jspecify.annotations.Nullable;

/** Sentences and figures in one language; times in the zone of the site, or of the institution where there is none. */
record Wording(OverviewMessages words, Locale locale, ZoneId institution) {

    static Wording of(Language language, ZoneId institution) {
        OverviewMessages words =
                switch (language) {
                    case ENGLISH -> MessageBundles.get(OverviewMessages.class);
                    case FRENCH -> MessageBundles.get(OverviewMessages.class, Localized.Literal.of("fr"));
                };
        return new Wording(words, language.locale(), institution);
    }

    static EventMessages events(Language language) {
        return switch (language) {
            case ENGLISH -> MessageBundles.get(EventMessages.class);
            case FRENCH -> MessageBundles.get(EventMessages.class, Localized.Literal.of("fr"));
        };
    }

    ZoneId zone(@Nullable Site site) {
        return site == null ? institution : site.zone();
    }

    Figures figures(@Nullable Site site) {
        return Figures.of(locale, zone(site));
    }

    Language language() {
        return Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
    }

    String of(Condition condition) {
        return switch (condition) {
            case CRITICAL -> words.critical();
            case WARNING -> words.warning();
            case SILENT -> words.silent();
            case INFO -> words.info();
            case WAITING -> words.waiting();
            case UP -> words.up();
            case RETIRED -> words.retired();
        };
    }
}
