package org.cmm.server.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about the demo fleet. */
@MessageBundle("demo")
public interface DemoMessages {

    @Message("Demo fleet")
    String title();

    @Message("Demo")
    String badge();

    @Message("Try it with a demo fleet")
    String tryIt();

    @Message("{machines} machines here are made up. Nobody is told of their troubles.")
    String note(String machines);

    @Message("Remove them")
    String removeThem();

    @Message("See CMM at work before your machines are in it")
    String offer();

    @Message(
            "CMM makes up {machines} machines of a bilingual institution with three sites, Yaoundé, Bafoussam and Buea, and the last {days} days of their life: office hours, power cuts, lines that run out of credit, disks that fill, a leak, a crash, a wrong clock. It takes about a minute.")
    String about(String machines, String days);

    @Message("Everything comes in through the same door as from real machines, so what you see is what CMM does.")
    String real();

    @Message("Nobody gets a notice of it, and figures of real machines leave it out.")
    String quiet();

    @Message(
            "Whatever you do, one click removes all of it; the audit log says that it was there, and nothing else does.")
    String traceless();

    @Message("Add the demo fleet")
    String add();

    @Message("The demo fleet is being made")
    String filling();

    @Message("You may close this page; it goes on.")
    String goesOn();

    @Message("about {left} left")
    String left(String left);

    @Message("Cancel")
    String cancel();

    @Message("Waiting")
    String waiting();

    @Message("The machines join")
    String joining();

    @Message("They deliver what they measured")
    String measuring();

    @Message("The rules look at it, and people at the alerts")
    String alerting();

    @Message("Silences get their causes")
    String explaining();

    @Message("The demo fleet is being removed")
    String removing();

    @Message("{machines} machines are made up, with a past of {days} days until {until}.")
    String there(String machines, String days, String until);

    @Message("Go to the fleet")
    String toFleet();

    @Message("See the incidents of the past")
    String toIncidents();

    @Message("It goes on living")
    String alive();

    @Message(
            "While CMM runs its machines measure and deliver, and have troubles. Switched off they fall silent, as if all were unplugged.")
    String aliveHint();

    @Message("Let it fall silent")
    String silence();

    @Message("Let it live")
    String revive();

    @Message("Remove the demo fleet")
    String remove();

    @Message(
            "Its machines, sites, samples, alerts, incidents and everything else go. Your own machines stay as they are.")
    String removeAsk();
}
