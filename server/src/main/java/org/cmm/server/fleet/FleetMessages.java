package org.cmm.server.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about sites, servers and enrolment. */
@MessageBundle("fleet")
public interface FleetMessages {

    // What is wrong with a field, and the remedy.

    @Message("Choose 2 to 32 lower case letters, digits and dashes, such as srv-001")
    String faultCode();

    @Message("Another server has this ID; choose another one, {free} is free")
    String faultCodeTaken(String free);

    @Message("Give the server a name that people know it by")
    String faultName();

    @Message("At most {most} characters fit here; these are {was}")
    String faultLong(int most, int was);

    @Message("This holds a character that cannot be seen; type the text again instead of pasting it")
    String faultUnprintable();

    @Message("Write an IPv4 address such as 10.4.1.13, an IPv6 address, or nothing")
    String faultAddress();

    @Message("Choose cloud or on-premise")
    String faultEnvironment();

    @Message("Give at most {most} tags, parted by commas, each of at most {longest} characters")
    String faultTags(int most, int longest);

    @Message("There is no such site; choose one from the list")
    String faultSite();

    @Message("Give the site a name")
    String faultSiteName();

    @Message("Another site has this name; choose another one")
    String faultSiteTaken();

    @Message("Choose a time zone from the list, such as Africa/Douala")
    String faultZone();

    @Message("Say what the token is for, in at most 120 characters")
    String faultLabel();

    @Message("Choose 1 to 30 days")
    String faultDays();

    @Message("Choose 1 to 1,000 machines")
    String faultUses();

    // The form of a server.

    @Message("Add a server by hand")
    String newServer();

    @Message("Change {name}")
    String changeServer(String name);

    @Message("A machine with an agent adds itself. Add by hand only what sends its samples in another way.")
    String newServerHint();

    @Message("Name")
    String name();

    @Message("Server ID")
    String code();

    @Message("Short and unique; programs and links use it")
    String codeHint();

    @Message("IP address")
    String address();

    @Message("Owner")
    String owner();

    @Message("Who asks when it is down")
    String ownerHint();

    @Message("Environment")
    String environment();

    @Message("Cloud")
    String cloud();

    @Message("On premise")
    String onPremise();

    @Message("Site")
    String site();

    @Message("No site")
    String noSite();

    @Message("Or a new site")
    String newSite();

    @Message("Its name; it is created with the server")
    String newSiteHint();

    @Message("Tags")
    String tags();

    @Message("Parted by commas")
    String tagsHint();

    @Message("Notes")
    String notes();

    @Message("Retire")
    String retire();

    @Message("Retire {name}?")
    String retireQuestion(String name);

    @Message("CMM stops watching it and refuses its agent. Its history stays, and you can restore it at any time.")
    String retireConsequence();

    @Message("Keep it")
    String keep();

    @Message("Restore")
    String restore();

    @Message("It cannot be restored: the same machine is under watch as {code}. Retire {code} first.")
    String enrolledAgain(String code);

    // Sites.

    @Message("Sites")
    String sites();

    @Message("{count} sites")
    String siteCount(int count);

    @Message("Add a site")
    String addSite();

    @Message("Change this site")
    String changeSite();

    @Message("Time zone")
    String zone();

    @Message("Times of its servers are shown in this zone")
    String zoneHint();

    @Message("Servers")
    String servers();

    @Message("Change")
    String change();

    @Message("Remove")
    String remove();

    @Message("The site leaves the list. It can be removed only when no server and no token belongs to it.")
    String removeSiteQuestion();

    @Message("Servers, retired ones too, or tokens still belong to this site. Move them to another site first.")
    String siteInUse();

    @Message("No sites yet")
    String noSites();

    @Message(
            "A site is a place with servers: a town hall, an annexe, a data room. It gives them a time zone and keeps them together.")
    String noSitesHint();

    // Enrolment.

    @Message("Enrolment")
    String enrolment();

    @Message("Put a machine under watch in two steps: create a token, then run one command on the machine.")
    String enrolmentLead();

    @Message("Create a token")
    String createToken();

    @Message("What for")
    String label();

    @Message("for example: PCs of the registry office")
    String labelExample();

    @Message("Valid for, in days")
    String days();

    @Message("Machines")
    String uses();

    @Message("How many machines may join with it")
    String usesHint();

    @Message("Run one of these on the machine")
    String runThis();

    @Message("The token is shown only now. CMM keeps nothing from which it could be read again.")
    String shownOnce();

    @Message("The machine needs a Java 17 or newer; everything else comes from here.")
    String needsJava();

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

    @Message("Token")
    String token();

    @Message("Fingerprint of the authority")
    String authority();

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

    @Message("{megabytes} MB")
    String megabytes(long megabytes);

    @Message("Put {file} into a shared folder that the PCs' own accounts (Domain Computers) can read.")
    String policyShare(String file);

    @Message("Linux")
    String linux();

    @Message("Windows")
    String windows();

    @Message(
            "The address {url} is reachable from this computer only. Set CMM_URL to the address that the machines can reach, then create the token again.")
    String localAddress(String url);

    @Message("Tokens")
    String tokens();

    @Message("No tokens yet. Tokens that you create are listed here, never with their secret.")
    String noTokens();

    @Message("Created by")
    String createdBy();

    @Message("Valid until")
    String validUntil();

    @Message("Uses left")
    String usesLeft();

    @Message("Status")
    String status();

    @Message("Usable")
    String usable();

    @Message("Expired")
    String expired();

    @Message("Used up")
    String usedUp();

    @Message("Revoked")
    String revoked();

    @Message("Revoke")
    String revoke();

    @Message("No further machine can join with it. Machines that have joined stay.")
    String revokeQuestion();

    @Message("Joined")
    String joined();

    @Message("Each machine appears in the list below as soon as it has joined.")
    String joinsBelow();

    @Message("How to make browsers trust this CMM")
    String trustBrowsers();
}
