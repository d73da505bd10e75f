package org.cmm.server.alert;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about rules that are tried before they are saved. */
@MessageBundle("trial")
public interface TrialMessages {

    @Message("Try on")
    String tryOn();

    @Message("the last {days} days")
    String lastDays(String days);

    @Message("Period of the trial")
    String period();

    @Message("{name}: trial")
    String title(String name);

    @Message("Nothing is saved yet, and nobody is told.")
    String hint();

    @Message("The rule")
    String theRule();

    @Message("The proposal is in the form. It is saved when you save it.")
    String taken();

    @Message("Trial under way")
    String underWay();

    @Message("Another trial runs; this one is next.")
    String waiting();

    @Message("{looked} of {asked} machines, {rows} samples so far.")
    String soFar(String looked, String asked, String rows);

    @Message("Stop and show what is there")
    String stop();

    @Message("This rule would not have fired in the last {days} days, on any of {machines} machines.")
    String never(String days, String machines);

    @Message("This rule would have fired once in the last {days} days, on 1 of {machines} machines.")
    String once(String days, String machines);

    @Message("This rule would have fired {times} times in the last {days} days, on {on} of {machines} machines.")
    String often(String times, String days, String on, String machines);

    @Message("Time in alarm, together")
    String together();

    @Message("Median alert")
    String median();

    @Message("Alerts per machine and week")
    String weekly();

    @Message("Measured, all machines together")
    String watched();

    @Message("Stopped after {looked} of {asked} machines: what you see is about these.")
    String stopped(String looked, String asked);

    @Message(
            "After {minutes} minutes there was time for {looked} of {asked} machines, taken evenly from all: what you see is about these. Try fewer days, or one site.")
    String late(String minutes, String looked, String asked);

    @Message(
            "It fires so often that the trial ended after {looked} of {asked} machines. Raise the level, or let it hold longer.")
    String flood(String looked, String asked);

    @Message("No machine is meant: choose other machines for the rule, or enrol the first one.")
    String noMachine();

    @Message(
            "In this time nothing was measured on these machines. Choose a longer time, or wait until they send samples.")
    String noSample();

    @Message("The trial failed. Try again; if it fails again, the log of CMM says why.")
    String failed();

    @Message(
            "Such a rule cannot be tried: what was usual then is not kept, and by what is usual now the past would look more usual than it was.")
    String habitUnknown();

    @Message("Machine")
    String machine();

    @Message("Times")
    String times();

    @Message("Together")
    String length();

    @Message("Median")
    String middle();

    @Message("When")
    String when();

    @Message("{count} alerts")
    String alerts(String count);

    @Message("1 alert")
    String oneAlert();

    @Message("{count} earlier alerts are in the strip only.")
    String moreAlerts(String count);

    @Message("{count} machines with fewer alerts are not shown.")
    String moreMachines(String count);

    @Message("still open")
    String stillOpen();

    @Message("What was real trouble?")
    String markTitle();

    @Message(
            "Tick the alerts above that were real trouble, or name a time on a machine. CMM then proposes the quietest level and hold that still catch all of it.")
    String markHint();

    @Message(
            "Name a time on a machine that was real trouble. CMM then proposes the quietest level and hold that catch it.")
    String markHintNone();

    @Message("Also marked")
    String alsoMarked();

    @Message("Code of a machine")
    String markServer();

    @Message("From")
    String markFrom();

    @Message("To")
    String markTo();

    @Message("Propose the quietest")
    String propose();

    @Message("{machine}, {from}, for {length}")
    String marked(String machine, String from, String length);

    @Message(
            "Give the code of a machine and a time from before to after, of two days at most. At most {most} times can be marked.")
    String faultMark(String most);

    @Message(
            "This is more marked time than one trial can read: at most {days} days, with the time that the rule looks back to.")
    String faultMarked(String days);

    @Message("The quietest rule that still catches all of it")
    String proposal();

    @Message("{times} alerts instead of {was}.")
    String instead(String times, String was);

    @Message("1 alert instead of {was}.")
    String insteadOne(String was);

    @Message("The rule as it stands is the quietest already.")
    String already();

    @Message(
            "No level catches all of it: at one of these times the reading was missing, or the trouble shows in another reading.")
    String noProposal();

    @Message("at once")
    String atOnce();

    @Message("Take into the form")
    String take();

    @Message("Cannot be tried on history: samples that came late have filled the gaps.")
    String notSilence();
}
