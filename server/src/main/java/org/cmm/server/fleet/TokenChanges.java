package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Visitor;

/** Tokens are created and revoked, and the audit log hears of it. */
@Singleton
class TokenChanges {

    private final EnrolmentTokens tokens;
    private final AuditLog audit;
    private final Visitor visitor;

    TokenChanges(EnrolmentTokens tokens, AuditLog audit, Visitor visitor) {
        this.tokens = tokens;
        this.audit = audit;
        this.visitor = visitor;
    }

    /** The token itself, told once. */
    String create(TokenDraft draft) {
        String token = tokens.create(draft.wish(), visitor.name());
        audit.record("enrolment.create", "enrolment of " + draft.label(), null, draft);
        return token;
    }

    /** False when there is no such token or it was revoked before. */
    boolean revoke(int id) {
        boolean revoked = tokens.revoke(id);
        if (revoked) {
            audit.record("enrolment.revoke", "enrolment " + id, null, null);
        }
        return revoked;
    }
}
