package org.cmm.core.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.demo.Absence.Why;

/**
 * When nobody heard of a machine, and why: what its site goes through, what is its own, and what there is to see when
 * the demo begins. Not thread-safe: what was worked out of a day is remembered.
 */
public final class Absences {

    /** A memory that fills is emptied so often. */
    static final Duration LEAK = Duration.ofDays(6);

    /** How much of {@link #LEAK} has passed when the demo begins. */
    static final double LEAKED = 0.94;

    /** After a cut machines start one after the other, until then. */
    private static final Duration RETURN = Duration.ofMinutes(16);

    private static final int LONGEST_RUN_DAYS = 40;
    private static final int DAYS_REMEMBERED = 120;

    private final DemoMachine machine;
    private final Days days;
    private final long seed;
    private final Instant start;
    private final List<Absence> toBeSeen;
    private final Map<LocalDate, List<Absence>> known = new HashMap<>();
    private final Map<LocalDate, List<Absence>> knownAround = new HashMap<>();
    private Instant booted = Instant.MAX;
    private Instant bootedUntil = Instant.MIN;

    public Absences(DemoMachine machine, long seed, Instant start) {
        this.machine = machine;
        this.days = new Days(seed, machine.site(), start);
        this.seed = Noise.hash(seed, machine.number(), 77);
        this.start = start;
        this.toBeSeen = toBeSeen(machine.story(), start);
    }

    /** What keeps CMM from hearing of the machine at that time. */
    public Optional<Absence> at(Instant time) {
        for (Absence absence : around(Days.day(time))) {
            if (absence.holds(time)) {
                return Optional.of(absence);
            }
        }
        return Optional.empty();
    }

    boolean isOff(Instant time) {
        return at(time).filter(absence -> !absence.why().isMeasured()).isPresent();
    }

    /** Since when the machine has been running. */
    public Instant runningSince(Instant at) {
        if (at.isBefore(booted) || !at.isBefore(bootedUntil)) {
            booted = newestBoot(at);
            Instant tomorrow = at(Days.day(at).plusDays(1), 0);
            bootedUntil = around(Days.day(at)).stream()
                    .map(Absence::to)
                    .filter(to -> to.isAfter(at) && to.isBefore(tomorrow))
                    .min(Comparator.naturalOrder())
                    .orElse(tomorrow);
        }
        return booted;
    }

    private Instant newestBoot(Instant at) {
        LocalDate today = Days.day(at);
        for (int back = 0; back < LONGEST_RUN_DAYS; back++) {
            Optional<Instant> boot = around(today.minusDays(back)).stream()
                    .filter(absence -> absence.why().isBoot() && !absence.to().isAfter(at))
                    .map(Absence::to)
                    .max(Comparator.naturalOrder());
            if (boot.isPresent()) {
                return boot.get();
            }
        }
        return today.minusDays(LONGEST_RUN_DAYS).atStartOfDay(Days.ZONE).toInstant();
    }

    /** Those that ended after {@code from} and before {@code to}, oldest first. */
    public List<Absence> endedWithin(Instant from, Instant to) {
        return overlapping(from, to).stream()
                .filter(absence -> absence.to().isAfter(from) && absence.to().isBefore(to))
                .toList();
    }

    /** Those of which some part lies between the two, oldest first. */
    public List<Absence> overlapping(Instant from, Instant to) {
        List<Absence> all = new ArrayList<>(toBeSeen);
        for (LocalDate day = Days.day(from).minusDays(1); !day.isAfter(Days.day(to)); day = day.plusDays(1)) {
            all.addAll(of(day));
        }
        return all.stream()
                .filter(absence -> absence.to().isAfter(from) && absence.from().isBefore(to))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    /** What the machine's agent has to tell once an absence is over. */
    public List<Told> told(Absence absence) {
        return Told.of(absence, machine.model().isWindows());
    }

    /** What the machine's agent tells before it falls silent, of those that begin between the two. */
    public List<Told> toldBefore(Instant from, Instant to) {
        return overlapping(from, to).stream()
                .filter(absence -> absence.why() == Why.AGENT && absence.from().isAfter(from))
                .map(absence -> told(absence).getFirst())
                .toList();
    }

    /** What begins on a day may last into the next one. */
    private List<Absence> around(LocalDate day) {
        List<Absence> found = knownAround.get(day);
        if (found == null) {
            found = Stream.of(toBeSeen, of(day), of(day.minusDays(1)))
                    .flatMap(List::stream)
                    .toList();
            knownAround.put(day, found);
        }
        return found;
    }

    private List<Absence> of(LocalDate day) {
        List<Absence> found = known.get(day);
        if (found != null) {
            return found;
        }
        if (known.size() > DAYS_REMEMBERED) {
            known.clear();
            knownAround.clear();
        }
        List<Absence> worked = List.copyOf(workOut(day));
        known.put(day, worked);
        return worked;
    }

    /** What the site goes through comes first; a machine that is off already neither crashes nor updates. */
    private List<Absence> workOut(LocalDate day) {
        List<Absence> all = new ArrayList<>(overnight(day));
        int earlier = all.size();
        days.powerCut(day)
                .filter(cut -> all.stream().noneMatch(new Absence(cut.from(), cut.to(), Why.POWER)::isNear))
                .ifPresent(cut -> add(all, withoutMains(day, cut)));
        days.lineCut(day).ifPresent(cut -> add(all, new Absence(cut.from(), cut.to(), Why.LINK)));
        long date = day.toEpochDay();
        if (isPatchDay(day)) {
            add(all, at(day, 90 + chance(date, 2, 120)), 4 + chance(date, 3, 7), Why.UPDATES);
        }
        if (machine.story() == Story.CRASHING && Noise.hash(seed, date, 5) % 5 == 0) {
            add(all, at(day, 8 * 60 + chance(date, 6, 8 * 60)), 3 + chance(date, 7, 25), Why.CRASH);
        }
        if (machine.story() == Story.LAPTOP && isWorkday(day) && Noise.hash(seed, date, 8) % 5 == 0) {
            add(all, at(day, 12 * 60 + chance(date, 9, 90)), 70 + chance(date, 10, 160), Why.SLEEP);
        }
        if (machine.story() == Story.FULL_MEMORY) {
            emptied(day).ifPresent(at -> add(all, at, 4, Why.RESTART));
        }
        return all.subList(earlier, all.size());
    }

    /** What the site went through on the day before may last into this one, and then this one has less of its own. */
    private List<Absence> overnight(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return Stream.concat(days.powerCut(before).stream(), days.lineCut(before).stream())
                .map(cut -> new Absence(cut.from(), cut.to().plus(RETURN), Why.POWER))
                .toList();
    }

    /** A battery lasts three hours; other machines start again one after the other. */
    private Absence withoutMains(LocalDate day, Days.Cut cut) {
        if (machine.story() == Story.LAPTOP
                && Duration.between(cut.from(), cut.to()).toHours() < 3) {
            return new Absence(cut.from(), cut.to(), Why.BATTERY);
        }
        long seconds = 40 + chance(day.toEpochDay(), 11, machine.model().isServer() ? 150 : 900);
        return new Absence(cut.from(), cut.to().plusSeconds(seconds), Why.POWER);
    }

    private Optional<Instant> emptied(LocalDate day) {
        long last = start.minus(Duration.ofMillis(Math.round(LEAKED * LEAK.toMillis())))
                .toEpochMilli();
        long from = at(day, 0).toEpochMilli();
        long turn = Math.ceilDiv(from - last, LEAK.toMillis());
        Instant at = Instant.ofEpochMilli(last + turn * LEAK.toMillis());
        return Days.day(at).equals(day) ? Optional.of(at) : Optional.empty();
    }

    /** Windows brings its updates on the second Wednesday of a month, by the local clock; Linux a week later. */
    private boolean isPatchDay(LocalDate day) {
        int second = machine.model().isWindows() ? 8 : 15;
        return day.getDayOfWeek() == DayOfWeek.WEDNESDAY
                && day.getDayOfMonth() >= second
                && day.getDayOfMonth() < second + 7
                && Noise.hash(seed, day.toEpochDay(), 1) % 3 == 0;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private void add(List<Absence> all, Instant from, long minutes, Why why) {
        add(all, new Absence(from, from.plus(Duration.ofMinutes(minutes)), why));
    }

    private void add(List<Absence> all, Absence absence) {
        if (days.admits(absence.from(), absence.to())
                && Stream.concat(all.stream(), toBeSeen.stream()).noneMatch(absence::isNear)) {
            all.add(absence);
        }
    }

    private static List<Absence> toBeSeen(Story story, Instant start) {
        return switch (story) {
            case SILENT -> List.of(new Absence(start.plusSeconds(20), start.plus(Duration.ofHours(3)), Why.POWER));
            case LINE_CUT -> List.of(new Absence(start.plusSeconds(60), start.plus(Duration.ofMinutes(9)), Why.LINK));
            case AGENT_STOPPED ->
                List.of(new Absence(start.minus(Duration.ofHours(26)), start.plus(Duration.ofHours(14)), Why.AGENT));
            default -> List.of();
        };
    }

    private long chance(long date, int kind, int most) {
        return Math.round(Noise.chance(seed, date, kind) * most);
    }

    private static Instant at(LocalDate day, long minute) {
        return day.atStartOfDay(Days.ZONE).plusMinutes(minute).toInstant();
    }
}
