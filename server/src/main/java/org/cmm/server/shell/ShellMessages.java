package org.cmm.server.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the frame around every page. */
@MessageBundle("shell")
public interface ShellMessages {

    @Message("Fleet")
    String fleet();

    @Message("Incidents")
    String incidents();

    @Message("Availability")
    String availability();

    @Message("Maintenance")
    String maintenance();

    @Message("History")
    String history();

    @Message("Experiments")
    String experiments();

    @Message("Rules")
    String rules();

    @Message("Sites")
    String sites();

    @Message("Notices")
    String notices();

    @Message("Enrolment")
    String enrolment();

    @Message("Users")
    String users();

    @Message("Audit log")
    String audit();

    @Message("My account")
    String account();

    @Message("Log out")
    String logOut();

    @Message("Skip to the content")
    String skip();

    @Message("Pages")
    String pages();

    @Message("More")
    String more();

    @Message("viewer")
    String roleViewer();

    @Message("technician")
    String roleTechnician();

    @Message("administrator")
    String roleAdmin();

    @Message("Language")
    String language();

    @Message("Appearance")
    String appearance();

    @Message("As the device")
    String themeAuto();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("Critical")
    String critical();

    @Message("Warning")
    String warning();

    @Message("Notice")
    String info();

    @Message("Silent")
    String silent();

    @Message("In maintenance")
    String planned();

    @Message("Up")
    String ok();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Save")
    String save();

    @Message("Cancel")
    String cancel();

    @Message("optional")
    String optional();

    @Message("Show")
    String show();

    @Message("Hide")
    String hide();

    // What was just done.

    @Message("Saved.")
    String doneSaved();

    @Message("Added.")
    String doneAdded();

    @Message("Removed.")
    String doneRemoved();

    @Message("Retired. Its history stays, and you can restore it.")
    String doneRetired();

    @Message("Restored. CMM watches it again.")
    String doneRestored();

    @Message("Revoked. Nothing can be done with it any more.")
    String doneRevoked();

    @Message("Ended. Whoever used it has to log in again.")
    String doneEnded();

    @Message("Approved. The user can log in now.")
    String doneApproved();

    @Message("Turned down. The request is gone.")
    String doneRefused();

    @Message("Disabled, and logged out everywhere. You can readmit the user.")
    String doneDisabled();

    @Message("Readmitted. The user can log in again.")
    String doneReadmitted();

    @Message("Your password is changed, and every other session has ended.")
    String donePassword();

    // Where something did not work.

    @Message("There is nothing here")
    String nothingHere();

    @Message("The address is mistyped, or what it showed has been renamed or removed.")
    String nothingHereRemedy();

    @Message("Your role does not allow this")
    String notAllowed();

    @Message("Ask an administrator for a role that does.")
    String notAllowedRemedy();

    @Message("CMM cannot answer this right now")
    String comeBack();

    @Message("Nothing was changed. Wait a few seconds and load the page again.")
    String comeBackRemedy();

    @Message("CMM made a mistake")
    String mistake();

    @Message("The server's log has the details. Try once more; if it happens again, show the log to whoever runs CMM.")
    String mistakeRemedy();

    @Message("To the start page")
    String toStart();

    @Message("To the login")
    String toLogin();

    @Message("Drills")
    String drills();

    @Message("Drill")
    String drill();
}
