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

    @Message("From")
    String sinceLabel();

    @Message("Until")
    String untilLabel();

    @Message("Kind")
    String kindLabel();

    @Message("Everything")
    String everyKind();

    @Message("Users")
    String kindUsers();

    @Message("Logins")
    String kindLogins();

    @Message("Sessions")
    String kindSessions();

    @Message("API tokens")
    String kindApiTokens();

    @Message("Servers")
    String kindServers();

    @Message("Sites")
    String kindSites();

    @Message("Enrolment")
    String kindEnrolment();

    @Message("Rules")
    String kindRules();

    @Message("Alerts")
    String kindAlerts();

    @Message("Registration")
    String kindRegistration();

    @Message("What changed")
    String changesLabel();

    @Message("On what")
    String targetLabel();

    @Message("somebody not logged in")
    String stranger();

    @Message("Show")
    String filterButton();

    @Message("Older entries")
    String older();

    @Message("Back to the newest")
    String backToStart();

    // What somebody did.

    @Message("created an API token")
    String createApiToken();

    @Message("ended an API token")
    String revokeApiToken();

    @Message("created an enrolment token")
    String createToken();

    @Message("revoked an enrolment token")
    String revokeToken();

    @Message("logged in")
    String logIn();

    @Message("failed to log in")
    String failLogIn();

    @Message("changed who may ask for an account")
    String changeRegistration();

    @Message("changed a server")
    String changeServer();

    @Message("added a server")
    String createServer();

    @Message("restored a server")
    String restoreServer();

    @Message("retired a server")
    String retireServer();

    @Message("ended a session")
    String endSession();

    @Message("ended all other sessions")
    String endSessions();

    @Message("ended a session whose token was copied")
    String endStolen();

    @Message("changed a site")
    String changeSite();

    @Message("added a site")
    String createSite();

    @Message("removed a site")
    String removeSite();

    @Message("approved a user")
    String approveUser();

    @Message("changed their password")
    String changePassword();

    @Message("changed their profile")
    String changeProfile();

    @Message("gave a user another role")
    String changeRole();

    @Message("added a user")
    String createUser();

    @Message("became the first administrator")
    String createFirst();

    @Message("disabled a user")
    String disableUser();

    @Message("readmitted a user")
    String enableUser();

    @Message("made a password link")
    String makeLink();

    @Message("asked for an account")
    String register();

    @Message("asked for an account whose name is taken")
    String registerTaken();

    @Message("set their password by a link")
    String setPassword();

    @Message("turned a newcomer down")
    String turnDown();

    @Message("changed a rule")
    String changeRule();

    @Message("reset a rule")
    String resetRule();

    @Message("added a rule")
    String createRule();

    @Message("deleted a rule")
    String deleteRule();

    @Message("closed an alert")
    String closeAlert();

    @Message("added a name to the certificate")
    String addName();

    @Message("Certificate")
    String kindCertificate();

    @Message("corrected the cause of an outage of")
    String correctOutage();

    @Message("took back a correction of an outage of")
    String withdrawOutage();

    @Message("Outages")
    String kindOutages();

    @Message("added the channel")
    String createChannel();

    @Message("changed the channel")
    String changeChannel();

    @Message("removed the channel")
    String removeChannel();

    @Message("tried the channel")
    String testChannel();

    @Message("changed the notices of")
    String changeNotices();

    @Message("added the group")
    String createGroup();

    @Message("changed the group")
    String changeGroup();

    @Message("removed the group")
    String removeGroup();

    @Message("added a stand-in to the group")
    String addStandIn();

    @Message("ended a stand-in of the group")
    String endStandIn();

    @Message("added a step to the escalation")
    String addStep();

    @Message("removed a step of the escalation")
    String removeStep();

    @Message("added the holiday")
    String addHoliday();

    @Message("set the date of the holiday")
    String dateHoliday();

    @Message("removed the holiday")
    String removeHoliday();

    @Message("Channels")
    String kindChannels();

    @Message("Notices")
    String kindNotices();

    @Message("On call")
    String kindOnCall();

    @Message("Escalation")
    String kindEscalation();

    @Message("Holidays")
    String kindHolidays();

    @Message("marked a test machine")
    String markTest();

    @Message("took the mark of a test machine away")
    String unmarkTest();

    @Message("ordered a drill")
    String orderDrill();

    @Message("aborted a drill")
    String stopDrill();

    @Message("Drills")
    String kindDrills();

    @Message("added the demo fleet")
    String addDemo();

    @Message("removed the demo fleet")
    String removeDemo();

    @Message("Demo fleet")
    String kindDemo();

    @Message("began an experiment")
    String runExperiment();

    @Message("swept an experiment")
    String studyExperiment();

    @Message("cancelled an experiment")
    String cancelExperiment();

    @Message("removed an experiment")
    String removeExperiment();

    @Message("restored an experiment")
    String restoreExperiment();

    @Message("Experiments")
    String kindExperiments();

    @Message("set how long history is kept")
    String setRetention();

    @Message("History")
    String kindHistory();
}
