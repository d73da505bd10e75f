package org.cmm.server.incident;

/**
 * An incident in a list, in the words of one language and the zone of its site.
 *
 * @param kind its look: {@code critical}, {@code warning}, {@code info}, {@code silent} or {@code ok}
 * @param cause why its machines are silent, as programs call it; empty when that is unknown or they are not
 * @param causeText the same in words
 * @param stage the stage in words
 * @param stageKind the look of its stage
 * @param where its site; may be empty
 * @param since when it began
 * @param lasted how long it has lasted, or lasted until it was over
 * @param openedAt seconds since 1970; zero once it is over
 * @param assignee name; empty when it is nobody's
 * @param drill number of the drill that brought it about; 0 where none did
 * @param acknowledgeable whether somebody may still say that they know
 */
public record IncidentRow(
        long id,
        String kind,
        String title,
        String cause,
        String causeText,
        String stage,
        String stageKind,
        String where,
        String since,
        String lasted,
        long openedAt,
        String assignee,
        boolean flapping,
        int drill,
        boolean acknowledgeable) {}
