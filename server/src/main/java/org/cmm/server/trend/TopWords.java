package org.cmm.server.trend;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.cmm.server.access.Language;

/** Top lists in the language of whoever reads them. */
final class TopWords {

    private TopWords() {}

    static TopMessages of(Language language) {
        return switch (language) {
            case ENGLISH -> MessageBundles.get(TopMessages.class);
            case FRENCH -> MessageBundles.get(TopMessages.class, Localized.Literal.of("fr"));
        };
    }

    static String title(TopList list, TopMessages words) {
        return switch (list) {
            case CPU -> words.listCpu();
            case DISK -> words.listDisk();
            case DISK_GROWTH -> words.listGrowth();
            case AVAILABILITY -> words.listAvailability();
        };
    }
}
