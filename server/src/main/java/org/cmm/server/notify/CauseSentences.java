package org.cmm.server.notify;

import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Remedy;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Place;
import org.cmm.server.platform.Spelling;

/** What a silence was probably lost to, and what to do about it, in the words of one language. */
record CauseSentences(NoticeMessages messages) {

    /** The cause with how far it is to be believed; empty where nobody knows any. */
    Optional<String> cause(Findings findings) {
        return word(findings.cause()).map(cause -> switch (findings.certainty()) {
            case "certain" -> messages.causeWith(cause, messages.certain());
            case "likely" -> messages.causeWith(cause, messages.likely());
            case "possible" -> messages.causeWith(cause, messages.possible());
            default -> cause;
        });
    }

    private Optional<String> word(String cause) {
        return Spelling.read(Cause.class, cause).flatMap(known -> switch (known) {
            case POWER -> Optional.of(messages.causePower());
            case LINK -> Optional.of(messages.causeLink());
            case CRASH -> Optional.of(messages.causeCrash());
            case PLANNED -> Optional.of(messages.causePlanned());
            case SLEEP -> Optional.of(messages.causeSleep());
            case AGENT_STOPPED -> Optional.of(messages.causeAgent());
            case CMM -> Optional.of(messages.causeCmm());
            case UNKNOWN -> Optional.empty();
        });
    }

    /** Where CMM knows the cause, the remedy of that; otherwise what finds it. */
    String advice(Findings findings, Place place) {
        boolean site = place.machine().isEmpty();
        return switch (Spelling.read(Cause.class, findings.cause())
                .map(Remedy::of)
                .orElse(Remedy.LOOK)) {
            case POWER -> site ? messages.adviceSitePower() : messages.advicePower();
            case LINK -> site ? messages.adviceSiteLink() : messages.adviceLink();
            case MACHINE -> messages.adviceCrash();
            case AGENT -> messages.adviceAgent();
            case WAIT -> messages.adviceWait();
            case LOOK -> site ? messages.adviceSite() : messages.adviceSilent();
        };
    }
}
