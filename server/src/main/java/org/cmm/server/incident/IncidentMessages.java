package org.cmm.server.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about incidents. */
@MessageBundle("incident")
public interface IncidentMessages {

    @Message("Incidents")
    String title();

    @Message("Every alert")
    String everyAlert();

    @Message("No incident is open")
    String openNone();

    @Message("1 incident is open")
    String openOne();

    @Message("{count} incidents are open")
    String openSome(String count);

    @Message("Nothing is the matter")
    String nothing();

    @Message("Every machine that should speak does, and no rule fires.")
    String nothingHint();

    @Message("No incident matches the filter.")
    String noneFound();

    @Message("Show every open incident")
    String showAll();

    @Message("State")
    String state();

    @Message("Open")
    String open();

    @Message("Over")
    String over();

    @Message("All")
    String all();

    @Message("Mine")
    String mine();

    @Message("Open incidents by severity")
    String bySeverity();

    @Message("Show every machine")
    String everyMachine();

    @Message("Site")
    String site();

    @Message("Every site")
    String everySite();

    @Message("Incident")
    String incident();

    @Message("Where")
    String where();

    @Message("Since")
    String since();

    @Message("For")
    String lasted();

    @Message("Whose")
    String whose();

    @Message("nobody’s")
    String nobodys();

    @Message("Select")
    String select();

    @Message("Select all")
    String selectAll();

    @Message("Acknowledge those selected")
    String acknowledgeSelected();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    // What an incident is called.

    @Message("{site}: {count} machines silent")
    String siteSilent(String site, String count);

    @Message("{site}: machines were silent")
    String siteWasSilent(String site);

    @Message("{count} alerts")
    String alertCount(String count);

    @Message("1 machine")
    String machineOne();

    @Message("{count} machines")
    String machines(String count);

    @Message("{trouble} on {machine}")
    String troubleOn(String trouble, String machine);

    @Message("{machine} is silent")
    String silent(String machine);

    @Message("{machine} was silent")
    String wasSilent(String machine);

    @Message("{trouble} and {more} more on {machine}")
    String troublesOn(String trouble, String more, String machine);

    // Stages.

    @Message("Open")
    String stageOpen();

    @Message("Acknowledged")
    String stageAcknowledged();

    @Message("In progress")
    String stageInProgress();

    @Message("Resolved")
    String stageResolved();

    @Message("Closed")
    String stageClosed();

    @Message("flapping")
    String flapping();

    // The page of one.

    @Message("What happened")
    String timeline();

    @Message("Alerts")
    String alerts();

    @Message("Why we think it happened")
    String why();

    @Message("Look closer, or choose another cause")
    String correctCause();

    @Message("Catch up")
    String catchUp();

    @Message("What happened while you were away: to whom, why, and what is still wrong.")
    String catchUpLead();

    @Message("Since")
    String catchUpSince();

    @Message("CMM itself was down from {from} to {until}; what happened then is worked out from what agents kept.")
    String ownDowntime(String from, String until);

    @Message("Still wrong")
    String stillWrong();

    @Message("Nothing is wrong any more.")
    String nothingWrong();

    @Message("Over again")
    String overAgain();

    @Message("Nothing else happened.")
    String nothingElse();

    @Message("Machines that were silent, and why")
    String silences();

    @Message("No machine was silent.")
    String noSilences();

    @Message("12 hours")
    String hours12();

    @Message("7 days")
    String days7();

    @Message("Machines")
    String machinesTitle();

    @Message("What to do")
    String acts();

    @Message("{from}, still going on for {duration}")
    String stillGoing(String from, String duration);

    @Message("{from} to {until}, {duration}")
    String lastedFrom(String from, String until, String duration);

    @Message("assigned to {name}")
    String assignedTo(String name);

    @Message("acknowledged by {name}")
    String acknowledgedBy(String name);

    @Message("acknowledged by {name} until {until}")
    String acknowledgedUntil(String name, String until);

    @Message("no notices until {until}")
    String snoozedUntil(String until);

    @Message("Acknowledge")
    String acknowledge();

    @Message("I know of it")
    String acknowledgeHint();

    @Message("I am working on it")
    String start();

    @Message("Forget it after")
    String forgetAfter();

    @Message("never")
    String never();

    @Message("1 hour")
    String hours1();

    @Message("4 hours")
    String hours4();

    @Message("1 day")
    String hours24();

    @Message("3 days")
    String hours72();

    @Message("Snooze")
    String snooze();

    @Message("No notices for")
    String snoozeFor();

    @Message("Assign")
    String assign();

    @Message("Whose it is")
    String assignTo();

    @Message("Note")
    String note();

    @Message("Write it down")
    String noteDo();

    @Message("What was found, what was done, what others should know")
    String noteHint();

    @Message("Close")
    String close();

    @Message("Close the incident")
    String closeDo();

    @Message("Its alerts that still fire are ended for good, and come back only when a rule fires anew.")
    String closeAsk();

    @Message("CPU around the moment")
    String chartCpu();

    @Message("The charts of {machine}")
    String chartsOf(String machine);

    @Message("Told {people}, because nobody acknowledged within {duration}")
    String escalated(String people, String duration);

    @Message("Nobody acknowledged within {duration}, and whoever is next cannot be reached")
    String escalatedToNobody(String duration);

    @Message("Probable cause: {cause}")
    String believed(String cause);

    @Message("{cause}, {confidence}")
    String believedFor(String cause, String confidence);

    @Message("{cause}; before: {earlier}")
    String believedBefore(String cause, String earlier);

    @Message("On call")
    String onCall();

    @Message("people are told")
    String told();

    @Message("notice held back: {why}")
    String heldBack(String why);

    @Message("maintenance window")
    String byWindow();

    @Message("{machine} is silent, too")
    String byDependency(String machine);

    @Message("demo")
    String byDemo();

    @Message("snoozed")
    String bySnooze();

    @Message("flapping")
    String byFlapping();

    @Message("over within moments")
    String byBrief();

    // The lines of a timeline.

    @Message("It began")
    String opened();

    @Message("Another alert")
    String joined();

    @Message("It got worse")
    String worsened();

    @Message("It eased")
    String eased();

    @Message("An alert is over")
    String alertOver();

    @Message("Recovered")
    String recovered();

    @Message("It is back")
    String reopened();

    @Message("It comes and goes: no more notices until it is steady for an hour")
    String flaps();

    @Message("Steady for an hour")
    String steady();

    @Message("It is still there")
    String stillThere();

    @Message("{name} acknowledged it")
    String acknowledged(String name);

    @Message("{name} acknowledged it until {until}")
    String acknowledgedFor(String name, String until);

    @Message("The acknowledgement has expired, and it is still there")
    String acknowledgementExpired();

    @Message("{name} assigned it to {to}")
    String assigned(String name, String to);

    @Message("{name} made it nobody’s")
    String unassigned(String name);

    @Message("{name} works on it")
    String started(String name);

    @Message("{name} wants no notices until {until}")
    String snoozed(String name, String until);

    @Message("{name} closed it")
    String closedBy(String name);

    @Message("Closed: nothing came back within an hour")
    String closed();
}
