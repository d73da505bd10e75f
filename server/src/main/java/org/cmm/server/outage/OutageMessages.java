package org.cmm.server.outage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about outages, their causes and availability. */
@MessageBundle("outage")
public interface OutageMessages {

    @Message("Availability")
    String title();

    @Message("Power")
    String power();

    @Message("Link")
    String link();

    @Message("Crash")
    String crash();

    @Message("Planned")
    String planned();

    @Message("Sleep")
    String sleep();

    @Message("Agent stopped")
    String agentStopped();

    @Message("CMM was down")
    String cmm();

    @Message("Unknown")
    String unknown();

    @Message("Up")
    String up();

    @Message("certain")
    String certain();

    @Message("likely")
    String likely();

    @Message("possible")
    String possible();

    @Message("provisional: proof may still arrive")
    String provisional();

    @Message("It measured on for {time} of it and delivered that later")
    String continued(String time);

    @Message("Started again: {time}")
    String startedAgain(String time);

    @Message("It was not restarted meanwhile")
    String stayedUp();

    @Message("Shutdown or restart asked for: {time}")
    String stopPlanned(String time);

    @Message("Shut down in order: {time}")
    String machineStopped(String time);

    @Message("It had stopped without being shut down; noticed: {time}")
    String uncleanStop(String time);

    @Message("Windows had crashed: {code}")
    String bugcheck(String code);

    @Message("It had been switched off by its power button")
    String powerButton();

    @Message("Went to sleep: {time}")
    String fellAsleep(String time);

    @Message("Woke: {time}")
    String woke(String time);

    @Message("Agent started: {time}")
    String agentStarted(String time);

    @Message("Agent stopped in order: {time}")
    String agentStoppedAt(String time);

    @Message("Agent had been ended by force; noticed: {time}")
    String agentKilled(String time);

    @Message("Mains lost: {time}")
    String mainsLost(String time);

    @Message("Mains back: {time}")
    String mainsBack(String time);

    @Message("Battery nearly empty: {time}")
    String batteryLow(String time);

    @Message("It ran on its battery just before")
    String onBattery();

    @Message("Other machines of its site that fell silent in the same minute: {count}")
    String siteSilent(String count);

    @Message("Other machines of its site that were heard meanwhile: {count}")
    String siteHeard(String count);

    @Message("Of these, started again: {count}")
    String siteRestarted(String count);

    @Message("Of these, measured on: {count}")
    String siteContinued(String count);

    @Message("Machines of its site that told of lost mains: {count}")
    String siteLostMains(String count);

    @Message("Most machines of other sites fell silent in the same minute: CMM’s own link was cut")
    String everywhere();

    @Message("CMM itself was down for {time} of it")
    String cmmDown(String time);

    @Message("It was back after {time}, as systems that fail are")
    String quick(String time);

    @Message("It was away for {time}, longer than a restart takes")
    String longTime(String time);

    @Message("Nothing tells why yet")
    String nothingTold();

    @Message("The whole site fell silent: its power or its link")
    String siteOrLink();

    @Message("Outages")
    String outages();

    @Message("Outages of this machine")
    String outagesOfMachine();

    @Message("No outages in this time")
    String none();

    @Message("When")
    String when();

    @Message("Lasted")
    String lasted();

    @Message("Cause")
    String causeLabel();

    @Message("What speaks for it")
    String evidence();

    @Message("Machine")
    String machine();

    @Message("Site")
    String site();

    @Message("Machines")
    String machines();

    @Message("still silent")
    String lasts();

    @Message("Correct")
    String correct();

    @Message("What was it? CMM keeps its own verdict beside your word.")
    String correctLead();

    @Message("Note")
    String note();

    @Message("Save")
    String save();

    @Message("Take back")
    String withdraw();

    @Message("{by} corrected this; CMM had judged: {cause}")
    String corrected(String by, String cause);

    @Message("Share of the time")
    String share();

    @Message("Availability")
    String availabilityLabel();

    @Message("Between failures")
    String mtbf();

    @Message("Mean time between failures (MTBF)")
    String mtbfHint();

    @Message("Between failures (MTBF)")
    String mtbfLabel();

    @Message("To repair (MTTR)")
    String mttrLabel();

    @Message("To repair")
    String mttr();

    @Message("Mean time to repair (MTTR)")
    String mttrHint();

    @Message("Failures")
    String failures();

    @Message("Outages by power, link, crash or unknown causes")
    String failuresHint();

    @Message("Down")
    String down();

    @Message("Planned")
    String plannedTime();

    @Message(
            "Planned work, maintenance windows and sleep are no failures. What nobody saw, because CMM was down or the agent was stopped, counts neither for nor against.")
    String explained();

    @Message("7 days")
    String week();

    @Message("30 days")
    String month();

    @Message("90 days")
    String quarter();

    @Message("1 year")
    String year();

    @Message("Period")
    String period();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Show")
    String show();

    @Message("Every site")
    String everySite();

    @Message("Show every machine")
    String everyMachine();

    @Message("Nothing was measured in this time")
    String noneWatched();

    @Message("Choose another period, or let machines report first.")
    String noneWatchedHint();

    @Message("{percent} available · {span}")
    String sentence(String percent, String span);

    @Message("Outages as CSV")
    String downloadOutages();

    @Message("Table as CSV")
    String downloadAvailability();

    @Message("More machines")
    String older();

    @Message("Back to the first")
    String newest();

    @Message("less than {percent}")
    String lessThan(String percent);

    @Message("{count} machines together")
    String together(String count);

    @Message("Outages: {count}")
    String outagesCount(String count);
}
