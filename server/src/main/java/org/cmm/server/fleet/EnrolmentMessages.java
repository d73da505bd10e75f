package org.cmm.server.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the enrolment page says, in English; the French is beside the others. */
@MessageBundle("enrolment")
public interface EnrolmentMessages {

    @Message("Put a machine under watch in two steps: create a token, then run one command on the machine.")
    String enrolmentLead();

    @Message("Create a token")
    String createToken();

    @Message("for example: PCs of the registry office")
    String labelExample();

    @Message("How many machines may join with it")
    String usesHint();

    @Message("Run one of these on the machine")
    String runThis();

    @Message("The token is shown only now. CMM keeps nothing from which it could be read again.")
    String shownOnce();

    @Message("The machine needs a Java 17 or newer; everything else comes from here.")
    String needsJava();

    @Message("As a service, on Debian, Ubuntu and their like")
    String asService();

    @Message(
            "Fetches the package from here, compares its SHA-256, installs it and tells it where to deliver. The machine needs no Java and no internet.")
    String debianHint();

    @Message("Without installation, on any Linux")
    String withoutInstallation();

    @Message("One PC, in one line")
    String onePc();

    @Message(
            "For PowerShell on the PC. It fetches the installer from here, compares its SHA-256, asks for an administrator and installs; 0 at the end means installed. The PC needs no Java and no internet.")
    String powershellHint();

    @Message("One PC, with the mouse")
    String withTheMouse();

    @Message(
            "Open the installer and copy these lines into its window. It is not signed: Windows names the publisher as unknown.")
    String dialogueHint();

    @Message("Server address")
    String serverAddress();

    @Message("Many PCs, by group policy")
    String manyPcs();

    @Message(
            "Beside it, save this as install-cmm-agent.cmd. It installs once, and again when you replace both files by newer ones:")
    String policyScript();

    @Message(
            "In Group Policy Management, make an object for the PCs: Computer Configuration, Policies, Windows Settings, Scripts, Startup; add install-cmm-agent.cmd by its network path.")
    String policyObject();

    @Message(
            "Each PC installs the agent at its next start and appears below. Let the token be valid for as many machines and days as this takes; afterwards nobody can use the file.")
    String policyResult();

    @Message("Without the installer")
    String withoutInstaller();

    @Message(
            "This CMM has no installer for Windows yet; ./cmm package windows on its machine builds one, which then appears here.")
    String noInstaller();

    @Message("Put {file} into a shared folder that the PCs' own accounts (Domain Computers) can read.")
    String policyShare(String file);

    @Message(
            "The address {url} is reachable from this computer only. Set CMM_URL to the address that the machines can reach, then create the token again.")
    String localAddress(String url);

    @Message("Tokens")
    String tokens();

    @Message("No tokens yet. Tokens that you create are listed here, never with their secret.")
    String noTokens();

    @Message("Older tokens that enrol nobody any more")
    String olderTokens();

    @Message("Created by")
    String createdBy();

    @Message("Valid until")
    String validUntil();

    @Message("No further machine can join with it. Machines that have joined stay.")
    String revokeQuestion();

    @Message("Each machine appears in the list below as soon as it has joined.")
    String joinsBelow();

    @Message("How to make browsers trust this CMM")
    String trustBrowsers();
}
