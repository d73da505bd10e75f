package org.cmm.server.notify;

import java.time.ZoneId;
import java.util.List;

/** Time zones that a page offers. */
final class Zones {

    static final List<String> OFFERED = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private Zones() {}
}
