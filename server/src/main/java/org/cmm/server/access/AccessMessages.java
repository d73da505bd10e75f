package org.cmm.server.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of this feature. */
@MessageBundle("access")
public interface AccessMessages {

    @Message("You are not logged in")
    String notLoggedIn();

    @Message("The name or the password is wrong. Check both; capital letters count in the password.")
    String wrongLogin();

    @Message("An administrator has to approve your account before you can log in.")
    String waitingForApproval();

    @Message("An administrator has disabled this account. Ask an administrator to readmit you.")
    String accountDisabled();

    @Message("There were too many failed attempts. Try again in {minutes} min.")
    String tooManyAttempts(long minutes);

    @Message("The password needs {fewest} characters or more. Four unrelated words are easy to remember.")
    String passwordTooShort(int fewest);

    @Message("The password is longer than {most} bytes; accented characters count twice. Take a shorter one.")
    String passwordTooLong(int most);

    @Message(
            "This password is among the first that attackers try. Put together a few words that do not belong together.")
    String passwordCommon();

    @Message("The password leans on your name or the institution's. Choose one that nobody can guess from them.")
    String passwordNames();

    @Message("The current password is wrong.")
    String currentPasswordWrong();

    @Message("Your account was not requested")
    String notRegistered();

    @Message("Nobody can register here at present. Ask an administrator for an account.")
    String registrationClosed();

    @Message("The first administrator was not created")
    String setupRefused();

    @Message("The first administrator is there already. Log in, or ask an administrator for an account.")
    String setupDone();

    @Message("This setup link is not the newest one. Use the link that the server printed when it last started.")
    String setupLinkWrong();

    @Message("The password was not set")
    String linkRefused();

    @Message("This link was used already, was replaced, or has ended. Ask an administrator for a new one.")
    String linkWorthless();

    @Message("Another user has this name or e-mail address. Choose another one.")
    String userTaken();

    @Message("Another user has this e-mail address. Give another one.")
    String emailTaken();

    @Message("There is no such user. Look the user up in the list of users.")
    String noSuchUser();

    @Message("There is no such session, or it has ended.")
    String noSuchSession();

    @Message("There is no such API token, or it has ended.")
    String noSuchToken();

    @Message("This is the last administrator. Make somebody else an administrator first.")
    String lastAdministrator();

    @Message("Approve the user first; who has been approved can be disabled, but not made to wait again.")
    String approveFirst();

    @Message("This user appears in the history and cannot be removed. Disable the account instead.")
    String disableInstead();

    @Message("A token cannot do more than you. Choose your own role or a lesser one.")
    String roleAboveOwn();

    @Message("Log in with your password to create an API token.")
    String tokenMakesNoToken();

    @Message("Log in first")
    String logInFirst();

    @Message("Send a valid token, or log in.")
    String logInRemedy();

    @Message("Your role does not allow this")
    String notAllowed();

    @Message("Ask an administrator for a role that does.")
    String notAllowedRemedy();

    @Message("The refresh token is not valid any more. Log in again.")
    String refreshRefused();

    @Message("Name")
    String nameLabel();

    @Message("What others see, and what you log in with")
    String nameHint();

    @Message("E-mail address")
    String emailLabel();

    @Message("Password")
    String passwordLabel();

    @Message("New password")
    String newPasswordLabel();

    @Message("Current password")
    String currentPasswordLabel();

    @Message("10 characters or more; a few unrelated words are best.")
    String passwordHint();

    @Message("Log in")
    String loginTitle();

    @Message("Name or e-mail address")
    String loginLabel();

    @Message("Log in")
    String loginButton();

    @Message("Forgotten the password? An administrator can give you a link to set a new one.")
    String loginForgotten();

    @Message("Ask for an account")
    String loginRegister();

    @Message("Does your browser warn about this page?")
    String loginTrust();

    @Message("Your password is set. Log in with it.")
    String passwordSetDone();

    @Message("Create the first administrator")
    String setupTitle();

    @Message("Nobody can use CMM yet. You become its first administrator and can let others in afterwards.")
    String setupLead();

    @Message("Code of the setup link")
    String setupToken();

    @Message("The server printed the link when it started; the code is what stands after token=")
    String setupTokenHint();

    @Message("Create and log in")
    String setupButton();

    @Message("Ask for an account")
    String registerTitle();

    @Message("An administrator looks at your request before you can log in.")
    String registerLead();

    @Message("Send the request")
    String registerButton();

    @Message("Your request waits for an administrator")
    String registerDone();

    @Message(
            "If the name and the address were free, an administrator sees your request now. Once it is approved, log in with the password you chose.")
    String registerDoneLead();

    @Message("Back to the login")
    String backToLogin();

    @Message("Set your password")
    String linkTitle();

    @Message("Choose a password that only you know. Wherever you are logged in, you will be logged out.")
    String linkLead();

    @Message("Set the password")
    String linkButton();

    @Message("Code of the link")
    String linkToken();

    @Message("What stands after token= in the link that you were given")
    String linkTokenHint();

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

    @Message("Role")
    String roleLabel();

    @Message("Viewers look, technicians also change servers and close alerts, administrators may do everything.")
    String roleHint();

    @Message("State")
    String stateLabel();

    @Message("Since")
    String sinceLabel();

    @Message("viewer")
    String roleViewer();

    @Message("technician")
    String roleTechnician();

    @Message("administrator")
    String roleAdmin();

    @Message("waits for approval")
    String statePending();

    @Message("may log in")
    String stateActive();

    @Message("disabled")
    String stateDisabled();

    @Message("Approve")
    String approve();

    @Message("Turn down")
    String turnDown();

    @Message("The request is deleted. Whoever sent it can ask again.")
    String turnDownQuestion();

    @Message("Disable")
    String disable();

    @Message("The user is logged out everywhere and cannot log in until you readmit them.")
    String disableQuestion();

    @Message("Readmit")
    String enable();

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

    @Message("Hand this link to {name}. It works once, until {end}, and is shown only now.")
    String linkShown(String name, String end);

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

    @Message("Logged in")
    String sessionsTitle();

    @Message("Logged in nowhere.")
    String sessionsNone();

    @Message("Where you are logged in. End what you do not know, then change your password.")
    String sessionsLead();

    @Message("Browser or program")
    String programLabel();

    @Message("Place")
    String placeLabel();

    @Message("Last seen")
    String lastSeenLabel();

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

    @Message("Whoever uses this session has to log in again.")
    String endSessionQuestion();

    @Message("End")
    String endSession();

    @Message("My account")
    String accountTitle();

    @Message("Profile")
    String profileTitle();

    @Message("Language")
    String languageLabel();

    @Message("As the browser")
    String languageBrowser();

    @Message("Save")
    String save();

    @Message("Password")
    String passwordTitle();

    @Message("Every other session of yours ends when you change it.")
    String passwordLead();

    @Message("Change the password")
    String changePassword();

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

    @Message("Create a token")
    String createToken();

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
