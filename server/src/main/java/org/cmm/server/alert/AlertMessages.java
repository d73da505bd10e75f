package org.cmm.server.alert;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about alerts. */
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

    @Message("at {level} or less")
    String againstLow(String level);

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

    @Message("Disk soon full")
    String diskFull();

    @Message("Silence")
    String silent();

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

    @Message("unknown: the machine is silent")
    String unknown();

    @Message("last heard {time}")
    String lastHeard(String time);
}
