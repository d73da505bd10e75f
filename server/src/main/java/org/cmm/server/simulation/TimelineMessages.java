package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about what one run's machines went through. */
@MessageBundle("timeline")
public interface TimelineMessages {

    @Message("Watch it")
    String watch();

    @Message("What happened, machine by machine")
    String title();

    @Message("The same power cuts and the same faults meet every policy; what people make of them differs.")
    String lead();

    @Message("Play")
    String play();

    @Message("Pause")
    String pause();

    @Message("Moment")
    String moment();

    @Message("Speed")
    String speed();

    @Message("{hours} h a second")
    String perSecond(String hours);

    @Message("Site")
    String site();

    @Message("Replication")
    String replication();

    @Message("Length")
    String length();

    @Message("Policies")
    String policies();

    @Message("Show")
    String show();

    @Message("Earlier")
    String earlier();

    @Message("Later")
    String later();

    @Message("{from} to {to}")
    String stretch(String from, String to);

    @Message("A fault can be seen")
    String degraded();

    @Message("Down, nobody knows")
    String unnoticed();

    @Message("Down, somebody was told")
    String waiting();

    @Message("In repair")
    String repair();

    @Message("Planned work")
    String planned();

    @Message("Power cut")
    String power();

    @Message("Link cut")
    String link();

    @Message("Alert")
    String alert();

    @Message("False alert")
    String falseAlert();

    @Message("{down} machine-hours down, {alerts} alerts")
    String sum(String down, String alerts);

    @Message("The first {count} machines of the site are shown.")
    String first(String count);

    @Message("This stretch lies too far in a world this large to be shown at once; choose an earlier one.")
    String tooFar();

    @Message("down now")
    String downNow();

    @Message("hours down so far")
    String downSoFar();

    @Message("alerts so far")
    String alertsSoFar();
}
