package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes over days on call.
 *
 * @param person name of a user who may log in
 * @param from first day, as {@code 2026-12-24}
 * @param until last day, included
 */
@Schema(
        requiredProperties = {"person", "from", "until"},
        examples = """
                {"person": "Bello", "from": "2026-12-24", "until": "2026-12-26"}""")
record StandInBody(
        @Nullable String person,
        @Nullable String from,
        @Nullable String until) {

    /** The same as a browser sends it, so that both are read in one place. */
    Form form(Map<String, Integer> known) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        Integer user = known.get(String.valueOf(person));
        Form.put(fields, "user", user == null ? null : user.toString());
        Form.put(fields, "from", from);
        Form.put(fields, "until", until);
        return new Form(fields);
    }
}
