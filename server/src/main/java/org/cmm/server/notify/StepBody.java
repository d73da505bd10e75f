package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step of the escalation as a program wants it to be; it leads to a person or to a group.
 *
 * @param site number; left out for sites without steps of their own
 * @param lowestSeverity from which on it is taken: info, warning or critical
 * @param afterMinutes without acknowledgement, from 1 to 10080
 * @param person name of a user who may log in
 * @param group number
 */
@Schema(
        requiredProperties = {"lowestSeverity", "afterMinutes"},
        examples = """
                {"lowestSeverity": "critical", "afterMinutes": 15, "person": "Awa"}""")
record StepBody(
        @Nullable Integer site,
        @Nullable String lowestSeverity,
        @Nullable Integer afterMinutes,
        @Nullable String person,
        @Nullable Integer group) {

    /** The same as a browser sends it, so that both are read in one place; both targets are none. */
    Form form(Map<String, Integer> known) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        Form.put(fields, "site", site == null ? null : site.toString());
        Form.put(fields, "lowest", lowestSeverity);
        Form.put(fields, "after", String.valueOf(afterMinutes));
        Integer user = person == null ? null : known.get(person);
        if (user != null && group == null) {
            Form.put(fields, "target", "user-" + user);
        }
        if (person == null && group != null) {
            Form.put(fields, "target", "group-" + group);
        }
        return new Form(fields);
    }
}
