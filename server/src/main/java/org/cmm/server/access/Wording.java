package org.cmm.server.access;

import io.quarkus.arc.Arc;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.ProblemException;

/** This feature's sentences in the visitor's language. */
@ApplicationScoped
class Wording {

    private final Visitor visitor;

    @Inject
    Wording(Visitor visitor) {
        this.visitor = visitor;
    }

    AccessMessages now() {
        Language language = Arc.container().requestContext().isActive() ? visitor.language() : Language.ENGLISH;
        return MessageBundles.get(AccessMessages.class, Localized.Literal.of(language.code()));
    }

    Problem fieldFault(String field, String text) {
        return Problem.invalid(List.of(new FieldFault(field, text)));
    }

    /** Somebody came with a one-time token that opens nothing; a form says so beside the field that holds it. */
    ProblemException worthlessToken(String kind, String title, String detail) {
        Problem refusal = Problem.of(403, kind, title, detail);
        return new Problem(refusal.type(), title, refusal.status(), detail, List.of(new FieldFault("token", detail)))
                .exception();
    }

    String of(PasswordFault fault) {
        return switch (fault) {
            case TOO_SHORT -> now().passwordTooShort(PasswordRules.FEWEST);
            case TOO_LONG -> now().passwordTooLong(PasswordRules.MOST_BYTES);
            case COMMON -> now().passwordCommon();
            case NAMES -> now().passwordNames();
        };
    }

    /** Minutes rounded up, for people who wait. */
    static long minutes(Duration wait) {
        return Math.max(1, (wait.toSeconds() + 59) / 60);
    }
}
