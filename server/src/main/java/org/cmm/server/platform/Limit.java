package org.cmm.server.platform;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a list a program wants at most: the parameter {@code limit}. */
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")
public record Limit(int most) {

    static final int MOST = 500;

    public static final String DEFAULT = "100";

    /** @throws ProblemException when it is no number from 1 to 500 */
    public static Limit valueOf(String text) {
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST) {
            return new Limit(Integer.parseInt(text));
        }
        throw Problem.invalid(List.of(new Problem.FieldFault(
                        "limit", "'limit' must be a whole number from 1 to %d, was '%.40s'".formatted(MOST, text))))
                .exception();
    }

    /** So many, and one to see whether there are more. */
    public int andOneMore() {
        return most + 1;
    }
}
