package org.cmm.server.notify;

/** What a notice is to whom it is for. */
enum NoticeKind {
    RAISE,
    RECOVERY,
    ESCALATION,
    DIGEST
}
