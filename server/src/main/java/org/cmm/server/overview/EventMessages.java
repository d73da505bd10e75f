package org.cmm.server.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about starts, stops, sleep and power. */
@MessageBundle("event")
public interface EventMessages {

    @Message("Starts, stops and power")
    String title();

    @Message("What")
    String what();

    @Message("When")
    String when();

    @Message("Known from")
    String evidence();

    @Message("Machine started")
    String machineStarted();

    @Message("Shutdown or restart asked for")
    String stopPlanned();

    @Message("Machine shut down in order")
    String machineStopped();

    @Message("Machine had stopped without being shut down")
    String uncleanStop();

    @Message("Machine had stopped without being shut down, last sign {since}")
    String uncleanStopSince(String since);

    @Message("Machine went to sleep")
    String fellAsleep();

    @Message("Machine woke")
    String woke();

    @Message("Machine woke after {time} of sleep")
    String wokeAfter(String time);

    @Message("Agent started")
    String agentStarted();

    @Message("Agent stopped")
    String agentStopped();

    @Message("Agent had been ended by force")
    String agentKilled();

    @Message("Agent had been ended by force, last sign {since}")
    String agentKilledSince(String since);

    @Message("Mains lost, on battery")
    String mainsLost();

    @Message("Mains back")
    String mainsBack();

    @Message("Battery nearly empty")
    String batteryLow();

    @Message("agent")
    String byAgent();

    @Message("agent’s own marker")
    String byAgentMarker();

    @Message("start of the system")
    String byBootTime();

    @Message("clocks")
    String byClocks();

    @Message("Windows event log")
    String byEventLog();

    @Message("battery and mains")
    String byPowerSupply();

    @Message("system")
    String bySystem();

    @Message("Drill began")
    String drillStarted();

    @Message("Drill was over")
    String drillEnded();

    @Message("Drill was refused by the agent")
    String drillRefused();
}
