package org.cmm.server.alert;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about alerts and rules. */
@MessageBundle("alert")
public interface AlertMessages {

    @Message("Alerts")
    String title();

    @Message("Nothing is the matter")
    String nothing();

    @Message("No rule fires on any machine.")
    String nothingHint();

    @Message("No open alert matches the filter.")
    String noneOpen();

    @Message("No alert that is over matches the filter.")
    String noneCleared();

    @Message("Open")
    String open();

    @Message("Over")
    String cleared();

    @Message("All")
    String all();

    @Message("State")
    String state();

    @Message("Show every machine")
    String everyMachine();

    @Message("Machine")
    String machine();

    @Message("Trouble")
    String trouble();

    @Message("Value")
    String value();

    @Message("Since")
    String since();

    @Message("For")
    String lasted();

    @Message("End")
    String end();

    @Message("at {level} or more")
    String against(String level);

    @Message("silent for {duration}")
    String silentFor(String duration);

    @Message("recovered")
    String recovered();

    @Message("the rule was changed")
    String ruleChanged();

    @Message("closed by {name}")
    String closedBy(String name);

    @Message("Close")
    String close();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("CPU")
    String cpu();

    @Message("Memory")
    String memory();

    @Message("Disk")
    String disk();

    @Message("Silence")
    String silent();

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

    @Message("Percent; leave both fields empty to do without this severity.")
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
            "At least one severity is needed, thresholds must rise from notice to critical, and each ‘clear below’ must lie under its ‘raise at’.")
    String faultLevels();

    @Message("The longest gap must be 1 s or more.")
    String faultGap();

    @Message("A machine may be called silent after 10 s at the earliest.")
    String faultSilence();

    @Message("No alert is open")
    String openNone();

    @Message("1 alert is open")
    String openOne();

    @Message("{count} alerts are open")
    String openSome(String count);

    @Message("Open alerts by severity")
    String bySeverity();

    @Message("Site")
    String site();

    @Message("Every site")
    String everySite();

    @Message("Over")
    String over();

    @Message("End this alert for good? It comes back only when the rule fires anew.")
    String closeAsk();

    @Message("Close the alert")
    String closeDo();

    @Message("Restore the default")
    String reset();

    @Message("last heard {time}")
    String lastHeard(String time);
}
