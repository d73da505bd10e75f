package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A group as a program wants it to be.
 *
 * @param rotates whether its people take turns by ISO week; otherwise all of them are told
 * @param first a day of the week that the first of them has, as {@code 2026-11-30}
 * @param zone in which weeks begin; left out, the institution's
 * @param people names of users who may log in, in turn
 */
@Schema(
        requiredProperties = {"name", "rotates", "first", "people"},
        examples = """
                {"name": "Nights", "rotates": true, "first": "2026-11-30", "zone": "Africa/Douala",
                 "people": ["Awa", "Bello"]}""")
record GroupBody(
        @Nullable String name,
        @Nullable Boolean rotates,
        @Nullable String first,
        @Nullable String zone,
        @Nullable List<@Nullable String> people) {

    /**
     * The same as a browser sends it, so that both are read in one place.
     *
     * @param known numbers of users by name
     */
    Form form(Map<String, Integer> known, String usualZone) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        Form.put(fields, "name", name);
        Form.put(fields, "how", Boolean.TRUE.equals(rotates) ? "rotate" : "together");
        Form.put(fields, "first", first);
        Form.put(fields, "zone", zone == null ? usualZone : zone);
        List<@Nullable String> inTurn = named();
        for (int place = 0; place < inTurn.size(); place++) {
            Integer user = known.get(String.valueOf(inTurn.get(place)));
            if (user != null) {
                Form.put(fields, "place-" + user, Integer.toString(place + 1));
            }
        }
        return new Form(fields);
    }

    /** The first name that nobody who may log in has, or that comes twice. */
    Optional<String> unknown(Map<String, Integer> known) {
        List<@Nullable String> inTurn = named();
        return inTurn.stream()
                .map(String::valueOf)
                .filter(one -> !known.containsKey(one)
                        || inTurn.stream().filter(one::equals).count() > 1)
                .findFirst();
    }

    private List<@Nullable String> named() {
        return people == null ? List.of() : people;
    }
}
