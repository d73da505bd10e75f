package org.cmm.server.outage;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Confidence;
import org.cmm.server.access.Language;

/** Causes of silences, and how far they are believed, in the words of one language. */
public final class CauseWords {

    private final OutageMessages messages;

    CauseWords(OutageMessages messages) {
        this.messages = messages;
    }

    public static CauseWords of(Language language) {
        return new CauseWords(MessageBundles.get(OutageMessages.class, Localized.Literal.of(language.code())));
    }

    public String name(Cause cause) {
        return switch (cause) {
            case POWER -> messages.power();
            case LINK -> messages.link();
            case CRASH -> messages.crash();
            case PLANNED -> messages.planned();
            case SLEEP -> messages.sleep();
            case AGENT_STOPPED -> messages.agentStopped();
            case CMM -> messages.cmm();
            case UNKNOWN -> messages.unknown();
        };
    }

    public String belief(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> messages.certain();
            case LIKELY -> messages.likely();
            case POSSIBLE -> messages.possible();
        };
    }
}
