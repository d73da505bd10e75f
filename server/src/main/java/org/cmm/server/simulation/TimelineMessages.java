package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about one replication as it went. */
@MessageBundle("replay")
public interface TimelineMessages {

    @Message("See it happen")
    String title();

    @Message("One simulated run, machine by machine. Play it, or turn the pages.")
    String lead();

    @Message("Replication")
    String replication();

    @Message("Days shown")
    String days();

    @Message("Show")
    String show();

    @Message("Play")
    String play();

    @Message("Pause")
    String pause();

    @Message("Earlier")
    String earlier();

    @Message("Later")
    String later();

    @Message("More machines")
    String more();

    @Message("Fewer machines")
    String fewer();

    @Message("up")
    String up();

    @Message("a fault can be seen")
    String degraded();

    @Message("down")
    String down();

    @Message("being worked on")
    String repair();

    @Message("no mains")
    String power();

    @Message("alert")
    String alert();

    @Message("false alert")
    String falseAlert();

    @Message("This experiment is too large to be looked at machine by machine. Take a smaller one.")
    String tooLarge();
}
