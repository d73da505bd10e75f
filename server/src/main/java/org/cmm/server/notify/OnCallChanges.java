package org.cmm.server.notify;

import jakarta.inject.Singleton;
import org.cmm.core.notify.OnCall;
import org.cmm.server.access.AuditLog;
import org.jdbi.v3.core.Jdbi;

/** What administrators do to groups and steps, whether on their page or by a program. */
@Singleton
class OnCallChanges {

    private final Jdbi jdbi;
    private final AuditLog audit;

    OnCallChanges(Jdbi jdbi, AuditLog audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /**
     * @param id 0 for a new group
     * @return its number
     */
    int save(int id, GroupDraft draft) {
        return jdbi.inTransaction(db -> {
            int saved = Groups.save(db, id, draft);
            audit.record(db, id == 0 ? "on-call.create" : "on-call.change", "group " + draft.name(), null, draft);
            return saved;
        });
    }

    void remove(Group group) {
        jdbi.useTransaction(db -> {
            Groups.remove(db, group.id());
            audit.record(db, "on-call.remove", "group " + group.name(), group.name(), null);
        });
    }

    /** Its number. */
    int standIn(Group group, OnCall.StandIn period) {
        return jdbi.inTransaction(db -> {
            int id = Groups.standIn(db, group.id(), period);
            audit.record(db, "on-call.stand-in", "group " + group.name(), null, period);
            return id;
        });
    }

    /** False when the group has no such stand-in. */
    boolean endStandIn(Group group, int standIn) {
        return jdbi.inTransaction(db -> {
            boolean ended = Groups.endStandIn(db, group.id(), standIn);
            if (ended) {
                audit.record(db, "on-call.end-stand-in", "group " + group.name(), standIn, null);
            }
            return ended;
        });
    }

    /** Its number. */
    int add(EscalationStep step) {
        return jdbi.inTransaction(db -> {
            int id = EscalationSteps.add(db, step);
            audit.record(db, "escalation.add", "escalation", null, step);
            return id;
        });
    }

    /** False when there is no such step. */
    boolean removeStep(int id) {
        return jdbi.inTransaction(db -> {
            boolean removed = EscalationSteps.remove(db, id);
            if (removed) {
                audit.record(db, "escalation.remove", "escalation", id, null);
            }
            return removed;
        });
    }
}
