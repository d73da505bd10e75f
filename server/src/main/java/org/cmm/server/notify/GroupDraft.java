package org.cmm.server.notify;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A group as somebody wants it to be.
 *
 * @param people numbers of users, in turn
 */
record GroupDraft(String name, boolean rotates, LocalDate first, ZoneId zone, List<Integer> people) {

    GroupDraft {
        people = List.copyOf(people);
    }

    Map<String, Object> columns() {
        return Map.of("name", name, "rotates", rotates, "first", first, "zone", zone.getId());
    }
}
