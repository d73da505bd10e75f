package org.cmm.server.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about an outage.
 *
 * @param cause power, link, crash, planned, sleep, agent-stopped, cmm or unknown
 * @param note in the person's words; may be left out
 */
@Schema(
        name = "OutageCorrectionForm",
        requiredProperties = {"cause"},
        examples = """
                {"cause": "planned", "note": "new socket in room 4"}""")
record CorrectionForm(@Nullable String cause, @Nullable String note) {

    static final int LONGEST_NOTE = 500;

    /** A correction that may be kept as it is. */
    record Checked(Cause cause, String note) {}

    /** @throws org.cmm.server.platform.ProblemException naming every fault */
    static Checked checked(@Nullable CorrectionForm form) {
        if (form == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        String word = form.cause() == null ? "" : form.cause();
        String note = form.note() == null ? "" : form.note().strip();
        Optional<Cause> cause = Spelling.read(Cause.class, word);
        List<FieldFault> faults = new ArrayList<>();
        if (cause.isEmpty()) {
            faults.add(new FieldFault(
                    "cause",
                    "'cause' must be power, link, crash, planned, sleep, agent-stopped, cmm or unknown, was '%.40s'"
                            .formatted(word)));
        }
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault(
                    "note", "'note' must be plain text of at most %d characters".formatted(LONGEST_NOTE)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return new Checked(cause.orElseThrow(), note);
    }
}
