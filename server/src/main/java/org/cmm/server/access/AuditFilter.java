package org.cmm.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which entries of the audit log somebody wants to see.
 *
 * @param action how the action starts: "user." finds all that happened to users; empty for every action
 * @param actor a part of the name of who did it, in small or capital letters; empty for everybody
 * @param since not before this time
 * @param until before this time
 */
record AuditFilter(String action, String actor, Instant since, Instant until) {

    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    /** Whole days of the institution's zone, both ends included; an absent one does not limit. */
    static AuditFilter of(String action, String actor, Optional<LocalDate> from, Optional<LocalDate> to, ZoneId zone) {
        return new AuditFilter(
                action.strip(),
                actor.strip(),
                from.map(day -> day.atStartOfDay(zone).toInstant()).orElse(Instant.EPOCH),
                to.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()).orElse(ALWAYS));
    }
}
