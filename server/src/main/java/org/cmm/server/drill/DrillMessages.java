package org.cmm.server.drill;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about drills. */
@MessageBundle("drill")
public interface DrillMessages {

    @Message("Drills")
    String title();

    @Message(
            "A drill makes a test machine busy, full or silent for some minutes, and shows how long it takes until an alert is raised, people are told, and everything is well again. Nothing of it counts in availability or alert figures.")
    String lead();

    @Message("Machine")
    String machine();

    @Message("Fault")
    String fault();

    @Message("State")
    String state();

    @Message("Ordered")
    String when();

    @Message("By")
    String author();

    @Message("No drill yet")
    String none();

    @Message("Mark a test machine, allow drills in its agent’s settings, then order one here.")
    String noneHint();

    @Message("Order a drill")
    String order();

    @Message("Check what will happen")
    String orderAsk();

    @Message("Begin this drill")
    String go();

    @Message("Change it")
    String back();

    @Message("Length in seconds")
    String seconds();

    @Message("10 seconds up to what the agent allows")
    String secondsHint();

    @Message("Strength in percent")
    String percent();

    @Message("Of all processors kept busy, or of memory or disk in use; not for downtime")
    String percentHint();

    @Message("What it is to show")
    String purpose();

    @Message("Processors busy")
    String cpu();

    @Message("Memory full")
    String memory();

    @Message("Disk full")
    String disk();

    @Message("Downtime")
    String downtime();

    @Message(
            "All processors are kept {percent} % busy for {time}, at the lowest priority: whatever else runs goes first.")
    String cpuWill(int percent, String time);

    @Message(
            "Memory is taken until {percent} % of it is in use, for {time}. The agent keeps its floor of free memory, and gives everything back at the end.")
    String memoryWill(int percent, String time);

    @Message(
            "A file in the agent’s own folder grows until {percent} % of the disk is in use, for {time}. The agent keeps its floor of free space, and deletes the file at the end, after a power cut too.")
    String diskWill(int percent, String time);

    @Message(
            "The agent delivers nothing for {time}, as if the link were cut. It goes on measuring, and delivers everything afterwards. During the silence it cannot be aborted from here.")
    String downtimeWill(String time);

    @Message("People are told as in earnest, with the word “Drill” in front.")
    String willTell();

    @Message(
            "It stops by itself: at its end, when it is aborted, when the link to CMM is lost for half a minute, when memory, disk or spool run short, and when the agent ends.")
    String willStop();

    @Message("Test machines")
    String machines();

    @Message(
            "Two keys must turn: somebody marks the machine here, and the agent’s own settings on the machine allow drills. CMM cannot change the second.")
    String machinesLead();

    @Message("Its agent allows")
    String allows();

    @Message("nothing yet")
    String allowsNothing();

    @Message("{faults} · up to {time} · up to {percent} %")
    String allowsWithin(String faults, String time, int percent);

    @Message(
            "To allow drills on a machine, write into its agent’s settings file (on Linux agent.conf, on Windows agent.ini) and start the agent again:")
    String howToAllow();

    @Message("Mark as a test machine")
    String mark();

    @Message("Code of a machine whose trouble harms nobody")
    String markHint();

    @Message("Remove the mark")
    String unmark();

    @Message("No more drills can be ordered on it. One that goes on is not stopped by that.")
    String unmarkAsk();

    @Message("There is no test machine whose agent allows drills.")
    String noPlace();

    @Message("Abort")
    String stop();

    @Message("The agent stops within seconds.")
    String stopAsk();

    @Message("waits for its agent")
    String ordered();

    @Message("goes on")
    String running();

    @Message("is being stopped")
    String stopping();

    @Message("should be over; its agent has not said so yet")
    String unheard();

    @Message("over")
    String ended();

    @Message("refused by its agent")
    String refused();

    @Message("taken back before it began")
    String takenBack();

    @Message("not fetched by its agent in time")
    String expired();

    @Message("its time was over")
    String becauseDone();

    @Message("aborted")
    String becauseAborted();

    @Message("the link to CMM was lost")
    String becauseLinkLost();

    @Message("the agent was stopped")
    String becauseAgentStopped();

    @Message("the agent was ended by force")
    String becauseAgentKilled();

    @Message("too little memory would be free")
    String becauseMemoryShort();

    @Message("too little disk space would be free")
    String becauseDiskShort();

    @Message("the spool was nearly full")
    String becauseSpoolShort();

    @Message("the file would be larger than the agent’s setting drill-file allows")
    String becauseFileTooLarge();

    @Message("the agent’s service may not use so much memory")
    String becauseConfined();

    @Message("as much is in use already")
    String becauseNoEffect();

    @Message("its settings do not allow it")
    String becauseNotAllowed();

    @Message("longer than its settings allow")
    String becauseTooLong();

    @Message("stronger than its settings allow")
    String becauseTooStrong();

    @Message("another drill went on")
    String becauseBusy();

    @Message("something went wrong on the machine; the agent’s log says what")
    String becauseBroken();

    @Message("{state}: {reason}")
    String stateBecause(String state, String reason);

    @Message("What happened")
    String story();

    @Message("Choose a test machine that is under watch.")
    String faultServer();

    @Message("Choose cpu, memory, disk or downtime.")
    String faultFault();

    @Message("The agent’s own settings on this machine do not allow this; see how to allow it below.")
    String faultNotAllowed();

    @Message("Between {least} and {most} seconds; the agent’s own settings decide how long at most.")
    String faultSeconds(int least, int most);

    @Message("Between {least} and {most} percent; the agent’s own settings decide how strong at most.")
    String faultPercent(int least, int most);

    @Message("At most {most} characters on one line.")
    String faultPurpose(int most);

    @Message("Another drill of this machine is not over yet.")
    String faultBusy();

    @Message("Order")
    String laneOrder();

    @Message("Stress")
    String laneStress();

    @Message("Silence")
    String laneSilence();

    @Message("Alerts")
    String laneAlert();

    @Message("Incident")
    String laneIncident();

    @Message("First notice")
    String laneNotice();

    @Message("On one axis of time")
    String axis();

    @Message("threshold {value}")
    String threshold(String value);

    @Message("+{time}")
    String after(String time);

    @Message("Ordered by {who}")
    String stepOrdered(String who);

    @Message("The agent refuses: {reason}")
    String stepRefused(String reason);

    @Message("The stress begins on the machine")
    String stepStarted();

    @Message("The agent falls silent")
    String stepSilent();

    @Message("First reading at {limit} or above")
    String stepCrossed(String limit);

    @Message("Alert: {what}")
    String stepRaised(String what);

    @Message("Incident {number}")
    String stepOpened(String number);

    @Message("People are told: first of {count} notices taken by its channel")
    String stepTold(String count);

    @Message("First of {count} notices written; no channel has taken one yet")
    String stepWritten(String count);

    @Message("Aborted by {who}")
    String stepAborted(String who);

    @Message("The stress ends: {reason}")
    String stepEnded(String reason);

    @Message("The agent speaks again: {reason}")
    String stepHeard(String reason);

    @Message("First reading below {limit}")
    String stepBack(String limit);

    @Message("The alert is over")
    String stepCleared();

    @Message("The incident is over")
    String stepRecovered();

    @Message("the machine says nothing")
    String silence();

    @Message("Measured delays")
    String delays();

    @Message("From … to …")
    String delay();

    @Message("Measured")
    String measured();

    @Message("To be expected")
    String expected();

    @Message("Stress to alert")
    String stressAndAlert();

    @Message("Alert to first notice")
    String alertAndNotice();

    @Message("End to end of the alert")
    String endAndClear();

    @Message("End to end of the incident")
    String endAndRecovery();

    @Message("not yet")
    String notMeasured();

    @Message("no rule watches this")
    String noRule();

    @Message("up to {most}")
    String atMost(String most);

    @Message("{least} to {most}")
    String fromTo(String least, String most);

    @Message("Readings come every {sampling}, deliveries every {delivery}.")
    String basis(String sampling, String delivery);

    @Message("The stress took {ramp} to reach the threshold.")
    String basisRamp(String ramp);

    @Message("nobody was told")
    String nobodyTold();

    @Message("The rule holds for {raise} before it raises and {clear} before it clears.")
    String basisHold(String raise, String clear);

    @Message("A machine is called silent after {after}.")
    String basisSilence(String after);

    @Message("Raised meanwhile, too: {alerts}.")
    String others(String alerts);

    @Message("As CSV")
    String asFile();

    @Message("As JSON")
    String asJson();

    @Message("Incident {number}")
    String toIncident(String number);
}
