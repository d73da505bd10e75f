package org.cmm.server.platform;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number in an address. The framework answers a parameter that is none with "not found", which helps nobody. */
@Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999")
public record WholeNumber(int value) {

    /** @throws ProblemException when it is none, or too large */
    public static WholeNumber valueOf(String text) {
        if (text.matches("\\d{1,9}")) {
            return new WholeNumber(Integer.parseInt(text));
        }
        throw Problem.badRequest(
                        "malformed-number",
                        "a parameter must be a whole number from 0 to 999999999, was '%.40s'".formatted(text))
                .exception();
    }

    public static @Nullable Integer orNull(@Nullable WholeNumber number) {
        return number == null ? null : Integer.valueOf(number.value());
    }
}
