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

    @Message("Depends on")
    String dependsOn();

    @Message(
            "Code of the machine without which nothing is heard of this one, such as a gateway. When both fall silent, people are told of that one only.")
    String dependsOnHint();

    @Message("Give the code of another machine that does not depend on this one, or leave it empty.")
    String faultDependsOn();

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

    @Message("What for")
    String label();

    @Message("Valid for, in days")
    String days();

    @Message("Machines")
    String uses();

    @Message("Token")
    String token();

    @Message("Fingerprint of the authority")
    String authority();

    @Message("{megabytes} MB")
    String megabytes(long megabytes);

    @Message("Linux")
    String linux();

    @Message("Windows")
    String windows();

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

    @Message("Joined")
    String joined();

    @Message("Choose the code of a machine that exists.")
    String noSuchServer();
}
