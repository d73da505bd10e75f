package org.cmm.server.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page about one's own account says, in English; the French is beside the others. */
@MessageBundle("account")
public interface AccountMessages {

    @Message("Current password")
    String currentPasswordLabel();

    @Message("Where you are logged in. End what you do not know, then change your password.")
    String sessionsLead();

    @Message("{program} on {system}")
    String programOn(String program, String system);

    @Message("On CMM's own machine")
    String placeHere();

    @Message("In the local network")
    String placeNetwork();

    @Message("From elsewhere")
    String placeElsewhere();

    @Message("this session")
    String thisSession();

    @Message("My account")
    String accountTitle();

    @Message("Profile")
    String profileTitle();

    @Message("Language")
    String languageLabel();

    @Message("As the browser")
    String languageBrowser();

    @Message("Password")
    String passwordTitle();

    @Message("Every other session of yours ends when you change it.")
    String passwordLead();

    @Message("API tokens")
    String apiTokensTitle();

    @Message("For programs that act in your name. A token never does more than you.")
    String apiTokensLead();

    @Message("No token yet.")
    String apiTokensNone();

    @Message("What it is for")
    String labelLabel();

    @Message("Days until it ends")
    String daysLabel();

    @Message("Copy this token now; it is shown only this once.")
    String tokenShown();

    @Message("Programs that use this token are refused from now on.")
    String endTokenQuestion();

    @Message("never used")
    String neverUsed();

    @Message("Ends")
    String endsLabel();

    @Message("Last used")
    String lastUsedLabel();
}
