package org.cmm.server.maintenance;

import java.time.Instant;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance window as it is kept.
 *
 * @param target whose notices it holds back
 * @param endedAt when a person ended it for good; null while nobody did
 */
record PlannedWindow(
        int id,
        String reason,
        String author,
        Target target,
        MaintenanceWindow window,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Which machines. */
    sealed interface Target {
        record Fleet() implements Target {}

        record OfSite(int site) implements Target {}

        record OfServer(int server) implements Target {}

        record OfTag(String tag) implements Target {}
    }

    /** Whether it may still begin, or goes on. */
    boolean isAlive(Instant now) {
        return endedAt == null
                && (window.covering(now).isPresent() || window.next(now).isPresent());
    }
}
