package org.cmm.server.alert;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about rules. */
@MessageBundle("rule")
public interface RuleMessages {

    @Message("Rules")
    String rules();

    @Message("When an alert is raised, and when it is over. A change is in force at once.")
    String rulesHint();

    @Message("In force")
    String enabled();

    @Message("Off")
    String disabled();

    @Message("Raise at")
    String raiseAt();

    @Message("Clear below")
    String clearBelow();

    @Message("Raise after")
    String raiseAfter();

    @Message("Silent after")
    String silentAfter();

    @Message("Clear after")
    String clearAfter();

    @Message("Longest gap")
    String maxGap();

    @Message("Leave a line empty to do without its severity.")
    String levelHint();

    @Message("As 90 s, 10 min or 1 h.")
    String durationHint();

    @Message("Changed by {name}, {when}")
    String changedBy(String name, String when);

    @Message("Default setting")
    String asItComes();

    @Message("The rule is saved and in force.")
    String saved();

    @Message("Thresholds are percentages from 0 to 100.")
    String faultNumber();

    @Message("Write durations as 90 s, 10 min or 1 h, up to 7 d.")
    String faultDuration();

    @Message(
            "At least one severity is needed, thresholds must rise from notice to critical, and each ‘clear below’ must lie under its ‘raise at’ (‘clear above’ over it, for low values). A more severe level may not allow more free space.")
    String faultLevels();

    @Message("The longest gap must be 1 s or more.")
    String faultGap();

    @Message("A machine may be called silent after 10 s at the earliest.")
    String faultSilence();

    @Message("Restore the default")
    String reset();

    @Message("Write a number such as 12 or 2.5.")
    String faultAmount();

    @Message("Write two whole numbers from 1 to 16, as 3 of 5.")
    String faultSamples();

    @Message(
            "These samples or this time are not possible: at most 16 samples, and a time from 1 min to 1 d (5 min for restarts, 21 d to 56 d for what is usual).")
    String faultLook();

    @Message(
            "A short name needs a letter a-z first, then letters, digits and hyphens, 60 at most; and not ‘new’, ‘trials’ or ‘replay’.")
    String faultId();

    @Message("There is no such place: choose a site or a tag, or write the code of a machine.")
    String faultScope();

    @Message("There is such a rule for these machines already.")
    String faultExists();

    @Message("Free at most")
    String free();

    @Message("Samples")
    String samples();

    @Message("of the last")
    String samplesOf();

    @Message("Over")
    String overTime();

    @Message("New rule")
    String add();

    @Message("What should be watched?")
    String addHint();

    @Message("What")
    String what();

    @Message("Reading")
    String metric();

    @Message("Short name")
    String shortName();

    @Message("Letters, digits and hyphens; alerts carry it.")
    String shortNameHint();

    @Message("Next")
    String next();

    @Message("Set otherwise for some machines")
    String otherwise();

    @Message("For")
    String forWhom();

    @Message("or one machine, by its code")
    String oneMachine();

    @Message("all machines")
    String fleet();

    @Message("site {name}")
    String ofSite(String name);

    @Message("tag {name}")
    String ofTag(String name);

    @Message("machine {name}")
    String ofMachine(String name);

    @Message("Delete")
    String delete();

    @Message("Put in force")
    String create();

    @Message("high value")
    String kindHigh();

    @Message("low value")
    String kindLow();

    @Message("fast rise")
    String kindRise();

    @Message("fast fall")
    String kindFall();

    @Message("reading missing while others arrive")
    String kindNoData();

    @Message("restarts")
    String kindRestart();

    @Message("disk full soon")
    String kindDiskFull();

    @Message("unusually high for the hour of the week")
    String kindUnusuallyHigh();

    @Message("unusually low for the hour of the week")
    String kindUnusuallyLow();

    @Message(
            "Levels are multiples of the usual spread at this hour of the week, by the last 21 d to 56 d; three weeks at least must be known. What is unusual need not be trouble, so it is a notice only.")
    String habitHint();

    @Message("machine says nothing")
    String kindSilence();

    @Message("Rules of {name}")
    String ofMachineTitle(String name);

    @Message("Of each rule the nearest decides: machine, then tag, then site, then all machines.")
    String ofMachineHint();

    @Message("Rule")
    String rule();

    @Message("Levels")
    String levels();

    @Message("Comes from")
    String because();

    @Message("Instead of")
    String insteadOf();

    @Message("after {time}")
    String after(String time);

    @Message("Rules")
    String ruleOfMachine();

    @Message("processor in use")
    String metricCpu();

    @Message("load average")
    String metricLoad();

    @Message("memory in use")
    String metricMemory();

    @Message("memory used")
    String metricMemoryBytes();

    @Message("size of memory")
    String metricMemorySize();

    @Message("swap in use")
    String metricPaging();

    @Message("disk in use")
    String metricDisk();

    @Message("disk space used")
    String metricDiskBytes();

    @Message("size of disk")
    String metricDiskSize();

    @Message("disk throughput")
    String metricDiskRate();

    @Message("network throughput")
    String metricNetworkRate();

    @Message("time since start")
    String metricUptime();

    @Message("battery charge")
    String metricBattery();

    @Message("state of hardware")
    String metricHardware();

    @Message("number of processes")
    String metricProcesses();

    @Message("samples that an agent lost")
    String metricDropped();

    @Message("Clear above")
    String clearAbove();

    @Message("GiB")
    String gibibytes();

    @Message("Change")
    String change();

    @Message("Rules of your own")
    String own();

    @Message(
            "None yet. A new rule watches another reading; each rule above can be set otherwise for a site, a tag or one machine.")
    String ownNone();

    @Message("The same rule for other machines")
    String alsoSet();

    @Message("Rule, reading, site, tag or machine")
    String find();

    @Message("No rule is called so.")
    String notFound();

    @Message("Set for this machine")
    String forThis();
}
