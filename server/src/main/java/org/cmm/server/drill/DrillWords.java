package org.cmm.server.drill;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.drill.DrillLife.State;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillReason;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;

/** Drills in the words of one language and the clock of one zone. */
record DrillWords(DrillMessages messages, Figures figures, ZoneId zone) {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static DrillWords of(Language language, ZoneId zone) {
        return new DrillWords(messages(language), Figures.of(language.locale(), zone), zone);
    }

    /** The time of day in the zone, to the second. */
    String clock(Instant time) {
        return TO_THE_SECOND.format(time.atZone(zone));
    }

    static DrillMessages messages(Language language) {
        return MessageBundles.get(DrillMessages.class, Localized.Literal.of(language.code()));
    }

    String fault(DrillFault fault) {
        return switch (fault) {
            case CPU -> messages.cpu();
            case MEMORY -> messages.memory();
            case DISK -> messages.disk();
            case DOWNTIME -> messages.downtime();
        };
    }

    /** What it does, how strongly and how long: {@code Processors busy · 95 % · 5 min}. */
    String what(Drill drill) {
        String strength = drill.percent() == 0 ? "" : " · " + figures.percent(drill.percent() / 100.0);
        return fault(drill.fault()) + strength + " · " + length(drill.length());
    }

    String will(DrillFault fault, int percent, Duration time) {
        return switch (fault) {
            case CPU -> messages.cpuWill(percent, length(time));
            case MEMORY -> messages.memoryWill(percent, length(time));
            case DISK -> messages.diskWill(percent, length(time));
            case DOWNTIME -> messages.downtimeWill(length(time));
        };
    }

    String state(Drill drill, Instant now) {
        String state = word(drill.life().state(now));
        Optional<String> reason = drill.outcome().isEmpty() ? Optional.empty() : Optional.of(reason(drill.outcome()));
        return reason.map(why -> messages.stateBecause(state, why)).orElse(state);
    }

    /** A reason of a newer agent is shown in its own word. */
    String reason(String outcome) {
        return DrillReason.of(outcome).map(this::reason).orElse(outcome);
    }

    private String reason(DrillReason reason) {
        return switch (reason) {
            case DONE -> messages.becauseDone();
            case ABORTED -> messages.becauseAborted();
            case LINK_LOST -> messages.becauseLinkLost();
            case AGENT_STOPPED -> messages.becauseAgentStopped();
            case AGENT_KILLED -> messages.becauseAgentKilled();
            case MEMORY_SHORT -> messages.becauseMemoryShort();
            case DISK_SHORT -> messages.becauseDiskShort();
            case SPOOL_SHORT -> messages.becauseSpoolShort();
            case FILE_TOO_LARGE -> messages.becauseFileTooLarge();
            case CONFINED -> messages.becauseConfined();
            case NO_EFFECT -> messages.becauseNoEffect();
            case NOT_ALLOWED -> messages.becauseNotAllowed();
            case TOO_LONG -> messages.becauseTooLong();
            case TOO_STRONG -> messages.becauseTooStrong();
            case BUSY -> messages.becauseBusy();
            case BROKEN -> messages.becauseBroken();
        };
    }

    private String word(State state) {
        return switch (state) {
            case ORDERED -> messages.ordered();
            case RUNNING -> messages.running();
            case STOPPING -> messages.stopping();
            case UNHEARD -> messages.unheard();
            case ENDED -> messages.ended();
            case REFUSED -> messages.refused();
            case TAKEN_BACK -> messages.takenBack();
            case EXPIRED -> messages.expired();
        };
    }

    /** What an agent allows, in one line. */
    String allows(Optional<DrillConsent> consent) {
        return consent.map(allowed -> messages.allowsWithin(
                        allowed.faults().stream()
                                .flatMap(word -> DrillFault.of(word).stream())
                                .map(this::fault)
                                .collect(Collectors.joining(", ")),
                        length(Duration.ofSeconds(allowed.seconds())),
                        allowed.percent()))
                .orElseGet(messages::allowsNothing);
    }

    /** With seconds below an hour, because drills are short: {@code 5 min}, {@code 2 min 30 s}. */
    String length(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60 || seconds >= 3_600) {
            return figures.duration(time);
        }
        String minutes = figures.duration(Duration.ofMinutes(seconds / 60));
        return seconds % 60 == 0 ? minutes : minutes + " " + figures.duration(Duration.ofSeconds(seconds % 60));
    }
}
