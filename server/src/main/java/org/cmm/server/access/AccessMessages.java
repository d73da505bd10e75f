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

    @Message("Role")
    String roleLabel();

    @Message("viewer")
    String roleViewer();

    @Message("technician")
    String roleTechnician();

    @Message("administrator")
    String roleAdmin();

    @Message("Approve")
    String approve();

    @Message("Turn down")
    String turnDown();

    @Message("Disable")
    String disable();

    @Message("Readmit")
    String enable();

    @Message("Hand this link to {name}. It works once, until {end}, and is shown only now.")
    String linkShown(String name, String end);

    @Message("Logged in")
    String sessionsTitle();

    @Message("Browser or program")
    String programLabel();

    @Message("Place")
    String placeLabel();

    @Message("Last seen")
    String lastSeenLabel();

    @Message("Whoever uses this session has to log in again.")
    String endSessionQuestion();

    @Message("End")
    String endSession();

    @Message("Save")
    String save();

    @Message("Change the password")
    String changePassword();

    @Message("Create a token")
    String createToken();
}
