package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day to be added to the calendar.
 *
 * @param name in English
 * @param nameFrench in French
 * @param date as {@code 2027-03-10}
 * @param yearly whether it returns on this day of each year; left out, it comes once
 */
@Schema(
        requiredProperties = {"name", "nameFrench", "date"},
        examples = """
                {"name": "Founders' day", "nameFrench": "Jour des fondateurs", "date": "2027-03-10", "yearly": true}""")
record HolidayBody(
        @Nullable String name,
        @Nullable String nameFrench,
        @Nullable String date,
        @Nullable Boolean yearly) {

    /** The same as a browser sends it, so that both are read in one place. */
    Form form() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        Form.put(fields, "name", name);
        Form.put(fields, "nameFrench", nameFrench);
        Form.put(fields, "date", date);
        Form.put(fields, "yearly", Boolean.TRUE.equals(yearly) ? "on" : null);
        return new Form(fields);
    }
}
