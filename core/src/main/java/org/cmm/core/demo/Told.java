package org.cmm.core.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.demo.Absence.Why;

/**
 * What an agent has to tell of its machine afterwards, in the agent protocol's words.
 *
 * @param kind such as {@code machine-started}
 * @param evidence such as {@code event-log}
 * @param since of a machine that woke, when it fell asleep
 */
public record Told(String kind, String evidence, Instant at, Optional<Instant> since, String detail) {

    private static Told of(String kind, String evidence, Instant at, String detail) {
        return new Told(kind, evidence, at, Optional.empty(), detail);
    }

    /** As the machine's system and the agent itself know of an absence that is over. */
    static List<Told> of(Absence absence, boolean windows) {
        Instant from = absence.from();
        Instant back = absence.to();
        return switch (absence.why()) {
            case LINK -> List.of();
            case BATTERY ->
                List.of(of("mains-lost", "power-supply", from, ""), of("mains-back", "power-supply", back, ""));
            case AGENT -> List.of(of("agent-stopped", "agent", from, ""), of("agent-started", "agent", back, ""));
            case SLEEP ->
                List.of(
                        of("fell-asleep", "system", from, ""),
                        new Told("woke", windows ? "event-log" : "clocks", back, Optional.of(from), ""));
            case POWER, CRASH -> wentDown(absence, windows);
            case UPDATES, RESTART -> restarted(absence, windows);
        };
    }

    private static List<Told> wentDown(Absence absence, boolean windows) {
        boolean stopCode = windows && absence.why() == Why.CRASH;
        List<Told> told = new ArrayList<>();
        told.add(of(
                "unclean-stop", windows ? "event-log" : "agent-marker", absence.to(), stopCode ? "bugcheck 0x9f" : ""));
        told.addAll(started(absence.to()));
        return told;
    }

    private static List<Told> restarted(Absence absence, boolean windows) {
        Instant from = absence.from();
        String asked = absence.why() == Why.RESTART ? "RuntimeBroker.exe 0x0" : "TrustedInstaller.exe 0x80020010";
        List<Told> told = new ArrayList<>();
        told.add(of("stop-planned", windows ? "event-log" : "system", from, windows ? asked : ""));
        told.add(of("agent-stopped", "agent", from.plusSeconds(5), ""));
        if (windows) {
            told.add(of("machine-stopped", "event-log", from.plusSeconds(20), ""));
        }
        told.addAll(started(absence.to()));
        return told;
    }

    private static List<Told> started(Instant back) {
        return List.of(
                of("machine-started", "boot-time", back, ""), of("agent-started", "agent", back.plusSeconds(15), ""));
    }
}
