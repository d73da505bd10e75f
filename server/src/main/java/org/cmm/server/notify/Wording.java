package org.cmm.server.notify;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;

/** This feature's sentences and figures in the visitor's language. */
@Singleton
class Wording {

    private final Visitor visitor;
    private final ZoneId institution;

    Wording(Visitor visitor, Settings settings) {
        this.visitor = visitor;
        this.institution = ZoneId.of(settings.zone());
    }

    Language language() {
        return visitor.language();
    }

    ZoneId institution() {
        return institution;
    }

    Figures figures() {
        return Figures.of(language().locale(), institution);
    }

    ChannelMessages channels() {
        return MessageBundles.get(
                ChannelMessages.class, Localized.Literal.of(language().code()));
    }

    PreferenceMessages preferences() {
        return MessageBundles.get(
                PreferenceMessages.class, Localized.Literal.of(language().code()));
    }

    OnCallMessages onCall() {
        return MessageBundles.get(
                OnCallMessages.class, Localized.Literal.of(language().code()));
    }
}
