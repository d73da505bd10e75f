package org.cmm.server.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the audit log's page. */
@MessageBundle("audit")
public interface AuditMessages {

    @Message("Audit log")
    String auditTitle();

    @Message("Nothing fits. Loosen the filter.")
    String auditNone();

    @Message("Who changed what, newest first. Entries can be neither changed nor removed.")
    String auditLead();

    @Message("When")
    String whenLabel();

    @Message("Who")
    String whoLabel();

    @Message("What")
    String whatLabel();

    @Message("On what")
    String targetLabel();

    @Message("Before")
    String beforeLabel();

    @Message("After")
    String afterLabel();

    @Message("somebody not logged in")
    String stranger();

    @Message("Filter")
    String filterButton();

    @Message("Older entries")
    String older();

    @Message("Back to the newest")
    String backToStart();
}
