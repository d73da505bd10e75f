package org.cmm.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When a machine was off, and why: power cuts of its site, restarts for updates, now and then a crash. */
final class Absences {

    private static final int LONGEST_RUN_DAYS = 40;

    private final DemoMachine machine;
    private final Days days;
    private final long seed;

    Absences(DemoMachine machine, long seed, Instant start) {
        this.machine = machine;
        this.days = new Days(seed, machine.site(), start);
        this.seed = Noise.hash(seed, machine.number(), 77);
    }

    /** Why a machine was off. */
    enum Why {
        POWER,
        UPDATES,
        CRASH
    }

    /** A stretch in which the machine was off. */
    record Absence(Instant from, Instant to, Why why) {

        private boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        private boolean overlaps(Absence other) {
            return from.isBefore(other.to.plus(Duration.ofMinutes(20)))
                    && other.from.isBefore(to.plus(Duration.ofMinutes(20)));
        }
    }

    boolean isOff(Instant at) {
        return of(Days.day(at)).stream().anyMatch(absence -> absence.holds(at));
    }

    /** Since when the machine has been running. */
    Instant runningSince(Instant at) {
        LocalDate today = Days.day(at);
        for (int back = 0; back < LONGEST_RUN_DAYS; back++) {
            Optional<Instant> end = of(today.minusDays(back)).stream()
                    .map(Absence::to)
                    .filter(to -> !to.isAfter(at))
                    .max(Comparator.naturalOrder());
            if (end.isPresent()) {
                return end.get();
            }
        }
        return today.minusDays(LONGEST_RUN_DAYS).atStartOfDay(Days.ZONE).toInstant();
    }

    /** Those that ended after {@code from}, oldest first. */
    List<Absence> since(Instant from, Instant to) {
        List<Absence> all = new ArrayList<>();
        for (LocalDate day = Days.day(from); !day.isAfter(Days.day(to)); day = day.plusDays(1)) {
            all.addAll(of(day));
        }
        return all.stream()
                .filter(absence -> absence.to().isAfter(from) && absence.to().isBefore(to))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    /** What the site's power does comes first; a machine that is off already neither crashes nor updates. */
    private List<Absence> of(LocalDate day) {
        List<Absence> all = new ArrayList<>();
        days.cutOf(day).ifPresent(cut -> all.add(new Absence(cut.from(), cut.to(), Why.POWER)));
        long date = day.toEpochDay();
        if (Noise.hash(seed, date, 1) % 6 == 0) {
            add(all, at(day, 90 + chance(date, 2, 60)), 4 + chance(date, 3, 6), Why.UPDATES);
        }
        if (Noise.hash(seed, 4) % 4 == 0 && Noise.hash(seed, date, 5) % 4 == 0) {
            add(all, at(day, 8 * 60 + chance(date, 6, 8 * 60)), 4 + chance(date, 7, 50), Why.CRASH);
        }
        return all;
    }

    private void add(List<Absence> all, Instant from, long minutes, Why why) {
        Absence absence = new Absence(from, from.plus(Duration.ofMinutes(minutes)), why);
        if (days.isPast(absence.to()) && all.stream().noneMatch(absence::overlaps)) {
            all.add(absence);
        }
    }

    private long chance(long date, int kind, int most) {
        return Math.round(Noise.chance(seed, date, kind) * most);
    }

    private static Instant at(LocalDate day, long minute) {
        return day.atStartOfDay(Days.ZONE).plusMinutes(minute).toInstant();
    }

    /** What the machine's agent has to tell of an absence, as its system's log and the agent itself know of it. */
    List<Told> told(Absence absence) {
        Instant back = absence.to();
        boolean windows = machine.model().isWindows();
        List<Told> told = new ArrayList<>();
        if (absence.why() == Why.UPDATES) {
            told.add(new Told("stop-planned", windows ? "event-log" : "system", absence.from(), asked(windows)));
            if (windows) {
                told.add(new Told("machine-stopped", "event-log", absence.from().plusSeconds(20), ""));
            }
            told.add(new Told("agent-stopped", "agent", absence.from().plusSeconds(5), ""));
        } else {
            boolean stopCode = windows && absence.why() == Why.CRASH;
            told.add(new Told(
                    "unclean-stop", windows ? "event-log" : "agent-marker", back, stopCode ? "bugcheck 0x9f" : ""));
        }
        told.add(new Told("machine-started", "boot-time", back, ""));
        told.add(new Told("agent-started", "agent", back.plusSeconds(15), ""));
        return told;
    }

    private static String asked(boolean windows) {
        return windows ? "TrustedInstaller.exe 0x80020010" : "";
    }

    /** A machine event as agents tell it. */
    record Told(String kind, String evidence, Instant at, String detail) {}
}
