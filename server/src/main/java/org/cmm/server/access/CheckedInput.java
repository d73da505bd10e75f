package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Checks forms, whichever way they came in. */
@ApplicationScoped
class CheckedInput {

    private final Validator validator;

    @Inject
    CheckedInput(Validator validator) {
        this.validator = validator;
    }

    /** The form, when every field may be used as it is; otherwise the request ends with all faults. */
    <T> T check(@Nullable T form) {
        if (form == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        List<FieldFault> faults = validator.validate(form).stream()
                .map(violation -> new FieldFault(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldFault::field))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return form;
    }
}
