package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be told of, for programs.
 *
 * @param sites numbers of sites; empty is every one, and machines without a site
 * @param quietFrom as {@code 21:00}; the same as {@code quietUntil} is no quiet hours
 * @param quietDays whether Sundays and public holidays are quiet as a whole
 * @param criticalAlways whether what is critical breaks through
 * @param addresses where, by the number of the channel; empty text for a channel that leads to one place
 */
@Schema(
        requiredProperties = {"language", "zone", "severities", "quietFrom", "quietUntil", "addresses"},
        examples = """
                {"language": "fr", "zone": "Africa/Douala", "severities": ["warning", "critical"], "sites": [],
                 "quietFrom": "21:00", "quietUntil": "06:00", "quietDays": false, "criticalAlways": true,
                 "addresses": {"1": "awa@example.org"}}""")
record PreferenceBody(
        @Nullable String language,
        @Nullable String zone,
        @Nullable List<@Nullable String> severities,
        @Nullable List<@Nullable Integer> sites,
        @Nullable String quietFrom,
        @Nullable String quietUntil,
        @Nullable Boolean quietDays,
        @Nullable Boolean criticalAlways,
        @Nullable Map<Integer, @Nullable String> addresses) {

    static PreferenceBody of(Preference wish, Map<Integer, String> addresses) {
        return new PreferenceBody(
                wish.language().code(),
                wish.zone().getId(),
                wish.severities().stream()
                        .sorted()
                        .<@Nullable String>map(Spelling::of)
                        .toList(),
                wish.sites().stream()
                        .sorted()
                        .<@Nullable Integer>map(site -> site)
                        .toList(),
                wish.quietFrom().toString(),
                wish.quietUntil().toString(),
                wish.quietDays(),
                wish.criticalAlways(),
                new TreeMap<>(addresses));
    }

    /** The same as a browser sends it, so that both are read in one place. */
    Form form() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        Form.put(fields, "language", language);
        Form.put(fields, "zone", zone);
        Form.put(fields, "quietFrom", quietFrom);
        Form.put(fields, "quietUntil", quietUntil);
        Form.put(fields, "quietDays", Boolean.TRUE.equals(quietDays) ? "on" : null);
        Form.put(fields, "criticalAlways", Boolean.TRUE.equals(criticalAlways) ? "on" : null);
        if (severities != null) {
            severities.forEach(severity -> Form.put(fields, "severity", severity));
        }
        if (sites != null) {
            sites.forEach(site -> Form.put(fields, "site", String.valueOf(site)));
        }
        if (addresses != null) {
            addresses.forEach((channel, address) -> {
                Form.put(fields, "use-" + channel, "on");
                Form.put(fields, "address-" + channel, address == null ? "" : address);
            });
        }
        return new Form(fields);
    }
}
