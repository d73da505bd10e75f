package org.cmm.server.fleet;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A site as somebody wants it to be.
 *
 * @param zone IANA name such as {@code Africa/Douala}
 */
@Schema(
        requiredProperties = {"name", "zone"},
        examples = """
                {"name": "Town hall", "zone": "Africa/Douala"}""")
record SiteDraft(String name, String zone) {

    SiteDraft(@Nullable String name, @Nullable String zone) {
        this.name = Text.stripped(name);
        this.zone = Text.stripped(zone);
    }

    static SiteDraft of(Site site) {
        return new SiteDraft(site.name(), site.zone().getId());
    }

    List<FieldFault> faults(FleetMessages words) {
        List<FieldFault> faults = new ArrayList<>();
        if (name.isEmpty()) {
            faults.add(new FieldFault("name", words.faultSiteName()));
        } else if (name.length() > ServerCheck.LONGEST_LINE) {
            faults.add(new FieldFault("name", words.faultLong(ServerCheck.LONGEST_LINE, name.length())));
        } else if (Text.unprintable(name)) {
            faults.add(new FieldFault("name", words.faultUnprintable()));
        }
        if (!known(zone)) {
            faults.add(new FieldFault("zone", words.faultZone()));
        }
        return List.copyOf(faults);
    }

    private static boolean known(String zone) {
        return zone.equals("UTC")
                || zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone);
    }
}
