package org.cmm.server.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about users say, in English; the French is beside the others. */
@MessageBundle("users")
public interface UserMessages {

    @Message("Users")
    String usersTitle();

    @Message("{active} users can log in; nobody waits for approval")
    String usersCalm(long active);

    @Message("One user can log in; nobody waits for approval")
    String usersCalmOne();

    @Message("{waiting} people wait for your approval")
    String usersWaiting(long waiting);

    @Message("One person waits for your approval")
    String usersWaitingOne();

    @Message("Viewers look, technicians also change servers and close alerts, administrators may do everything.")
    String roleHint();

    @Message("State")
    String stateLabel();

    @Message("Since")
    String sinceLabel();

    @Message("waits for approval")
    String statePending();

    @Message("may log in")
    String stateActive();

    @Message("disabled")
    String stateDisabled();

    @Message("The request is deleted. Whoever sent it can ask again.")
    String turnDownQuestion();

    @Message("The user is logged out everywhere and cannot log in until you readmit them.")
    String disableQuestion();

    @Message("Set role")
    String setRole();

    @Message("Make a password link")
    String makePasswordLink();

    @Message("Add a user")
    String inviteTitle();

    @Message("You get a link to hand over, with which the user sets a password that you never see.")
    String inviteLead();

    @Message("Add and show the link")
    String inviteButton();

    @Message("Newcomers")
    String newcomersTitle();

    @Message("Newcomers may ask for an account themselves; you approve or turn down each one.")
    String registrationOpen();

    @Message("Newcomers cannot ask for an account; you add them.")
    String registrationShut();

    @Message("Stop requests")
    String shutRegistration();

    @Message("Allow requests")
    String openRegistration();

    @Message("Logged in nowhere.")
    String sessionsNone();
}
