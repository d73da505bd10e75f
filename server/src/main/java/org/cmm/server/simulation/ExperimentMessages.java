package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about experiments. */
@MessageBundle("experiment")
public interface ExperimentMessages {

    @Message("Experiments")
    String title();

    @Message("Ways of maintenance compared on the same simulated failures. Nothing here touches real machines.")
    String lead();

    @Message("No experiment yet")
    String none();

    @Message("Start from one of these; every number can be changed, and says where it comes from.")
    String noneHint();

    @Message("Start from")
    String startFrom();

    @Message("machines: {count}")
    String machines(String count);

    @Message("From a file")
    String fromFile();

    @Message("The experiment as JSON, as docs/experiments.md describes it")
    String fileHint();

    @Message("The file, as JSON")
    String fileLabel();

    @Message("Run")
    String run();

    @Message("Look and change")
    String edit();

    @Message("Name")
    String name();

    @Message("State")
    String state();

    @Message("Policies")
    String policies();

    @Message("By")
    String author();

    @Message("Begun")
    String begun();

    @Message("Waiting")
    String waiting();

    @Message("Running")
    String running();

    @Message("Done")
    String done();

    @Message("Cancelled")
    String cancelled();

    @Message("Failed")
    String failed();

    @Message("{done} of {most}")
    String progress(String done, String most);

    @Message("about {time} left")
    String timeLeft(String time);

    @Message("replications: {count}")
    String replications(String count);

    @Message("{time} of work")
    String work(String time);

    @Message("Cancel")
    String cancel();

    @Message("Cancel this experiment? The replications that are done stay.")
    String cancelAsk();

    @Message("Change and run again")
    String change();

    @Message("As a file")
    String asFile();

    @Message("Evidence bundle")
    String evidence();

    @Message("Remove")
    String remove();

    @Message("Experiments: {count}")
    String count(String count);

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("Remove this experiment and its results? You can restore it for 30 days.")
    String removeAsk();

    @Message("This experiment is removed.")
    String removed();

    @Message("Restore it")
    String restore();

    @Message("CMM could not run this experiment. The server's log has the details; change it and run it again.")
    String failedHint();

    @Message("Results so far; they move until it is done.")
    String soFar();

    @Message("There is no result yet.")
    String noResult();

    @Message("Compare experiments")
    String compare();

    @Message("Tick two or more in the list of experiments.")
    String compareHint();

    @Message("Parameters that differ")
    String differing();

    @Message("Policy")
    String policy();

    @Message("Availability")
    String availability();

    @Message("95 % interval")
    String interval();

    @Message("Hours down, machine and year")
    String hoursDown();

    @Message("Cost, XAF a year")
    String cost();

    @Message("Against {policy}")
    String against(String policy);

    @Message("no real difference")
    String noDifference();

    @Message("Hours down by cause, of a machine and year")
    String byCause();

    @Message("95 % interval of the whole")
    String whisker();

    @Message("Alerts")
    String alerts();

    @Message("Of a machine and week")
    String alertsWeekly();

    @Message("False")
    String falseAlerts();

    @Message("Warning before the failure")
    String warning();

    @Message("Faults mended before they failed")
    String prevented();

    @Message("Until somebody knows")
    String timeToNotice();

    @Message("Until it is mended")
    String timeToRepair();

    @Message("Common random numbers")
    String commonNumbers();

    @Message("variance ÷ {ratio}")
    String variance(String ratio);

    @Message("So many times as many replications would be needed without them.")
    String varianceHint();

    @Message("How the hours down settle")
    String convergence();

    @Message("Replications from 1 to {count}; the bands are 95 % intervals.")
    String convergenceHint(String count);

    @Message("Work and money in a year")
    String workAndMoney();

    @Message("Failures, machine and year")
    String failures();

    @Message("Technicians, h")
    String workHours();

    @Message("Visits")
    String visits();

    @Message("Spare parts")
    String spares();

    @Message("Parts, XAF")
    String partsCost();

    @Message("Work, XAF")
    String workCost();

    @Message("Downtime, XAF")
    String downtimeCost();

    @Message("Policy itself, XAF")
    String policyCost();

    @Message("To repeat it")
    String repeat();

    @Message("Seed")
    String seed();

    @Message("Version of CMM")
    String version();

    @Message("SHA-256 of the parameters")
    String fingerprint();

    @Message("Simulated")
    String simulated();

    @Message("This would simulate {times} times as much as is allowed. Take fewer replications, machines or years.")
    String tooLarge(String times);

    @Message("{count} experiments are waiting and running already. Wait until one is done, or cancel one.")
    String tooMany(String count);
}
