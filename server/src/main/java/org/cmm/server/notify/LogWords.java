package org.cmm.server.notify;

import java.time.Instant;
import org.cmm.server.platform.Figures;
import org.jspecify.annotations.Nullable;

/** The delivery log in the words of one language. */
record LogWords(PreferenceMessages messages, Figures figures, Instant now) {

    LogLine line(LogEntry entry) {
        return new LogLine(
                entry.id(),
                entry.happenedAt(),
                entry.kind(),
                entry.severity(),
                entry.title(),
                entry.person(),
                entry.channel(),
                entry.address(),
                entry.state(),
                look(told(entry)),
                state(entry),
                entry.attempts().size(),
                entry.attempts().isEmpty() ? "" : entry.attempts().getLast().detail());
    }

    String state(LogEntry entry) {
        return switch (entry.state()) {
            case "waiting" ->
                entry.dueAt().isAfter(now)
                        ? messages.stateWaitingUntil(figures.since(entry.dueAt(), now))
                        : messages.stateWaiting();
            case "sending" -> messages.stateSending();
            case "sent" -> messages.stateSent();
            case "merged" ->
                told(entry).equals("sent") ? messages.stateMerged() : messages.stateInDigest(word(told(entry)));
            case "refused" -> messages.stateRefused();
            case "expired" -> messages.stateExpired();
            default -> messages.stateDropped();
        };
    }

    /** What became of it, whether by itself or in a digest. */
    private static String told(LogEntry entry) {
        String digest = entry.digestState();
        return digest == null ? entry.state() : digest;
    }

    private String word(String state) {
        return switch (state) {
            case "waiting" -> messages.stateWaiting();
            case "sending" -> messages.stateSending();
            case "refused" -> messages.stateRefused();
            case "expired" -> messages.stateExpired();
            default -> messages.stateDropped();
        };
    }

    static String look(String state) {
        return switch (state) {
            case "sent", "merged" -> "ok";
            case "waiting", "sending" -> "planned";
            case "refused" -> "critical";
            case "expired" -> "warning";
            default -> "silent";
        };
    }

    String outcome(@Nullable String outcome) {
        return switch (outcome) {
            case "accepted" -> messages.outcomeAccepted();
            case "retry" -> messages.outcomeRetry();
            case "refused" -> messages.outcomeRefused();
            case "unknown" -> messages.outcomeUnknown();
            case null, default -> messages.outcomeOpen();
        };
    }
}
