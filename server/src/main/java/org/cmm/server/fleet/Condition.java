package org.cmm.server.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a server is, worst first. */
public enum Condition {
    CRITICAL,
    WARNING,
    /** Not heard of for too long. */
    SILENT,
    INFO,
    /** Never heard of yet. */
    WAITING,
    UP,
    /** Out of watch. */
    RETIRED;

    /** As addresses and programs write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody should look. */
    public boolean needsAttention() {
        return this == CRITICAL || this == WARNING || this == SILENT;
    }

    /** The shape and colour that stand for it. */
    public String shape() {
        return switch (this) {
            case CRITICAL, WARNING, SILENT, INFO -> word();
            case WAITING, RETIRED -> "silent";
            case UP -> "ok";
        };
    }

    public static Optional<Condition> of(String word) {
        return Arrays.stream(values())
                .filter(condition -> condition.word().equals(word))
                .findFirst();
    }
}
