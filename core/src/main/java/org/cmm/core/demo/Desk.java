package org.cmm.core.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The technicians of the made-up institution: who takes an incident, when, and what they write in the language of the
 * site. They work on weekdays and on Saturday mornings, and see what happened at night when they come in.
 */
public final class Desk {

    private static final LocalTime OPENS = LocalTime.of(7, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);
    private static final LocalTime CLOSES_ON_SATURDAY = LocalTime.of(13, 0);

    private static final List<String> FRENCH = List.of("Nadège Fotso", "Brice Kamga", "Aïssatou Njoya");
    private static final List<String> ENGLISH = List.of("Emmanuel Tabe", "Grace Enow");

    private final long seed;

    public Desk(long seed) {
        this.seed = Noise.hash(seed, 4_711);
    }

    /** What it is about, as people see it. */
    public enum About {
        POWER,
        LINK,
        CRASH,
        PLANNED,
        SLEEP,
        AGENT,
        SILENCE,
        CPU,
        MEMORY,
        DISK
    }

    /**
     * An incident.
     *
     * @param key tells it from others
     * @param grave whether it is critical
     */
    public record Case(long key, boolean english, About about, boolean grave, Instant at) {}

    /** Somebody takes it; and perhaps says why, and begins to work on it. */
    public record Taken(String by, Instant at, Optional<String> note, Optional<Instant> started) {}

    /** What somebody writes when it is over. */
    public record Closing(String by, Instant at, String note) {}

    /** Nobody takes what is planned, and not everybody everything else. */
    public Optional<Taken> take(Case what) {
        boolean ignored = what.about() == About.PLANNED
                || what.about() == About.SLEEP
                || Noise.chance(seed, what.key(), 1) < (what.grave() ? 0.12 : 0.3);
        if (ignored) {
            return Optional.empty();
        }
        Instant seen = atWork(what.at()).plus(minutes(what.key(), 2, 3, 32));
        Optional<String> note = Optional.of(beginning(what.about(), what.english()))
                .filter(text -> !text.isEmpty() && Noise.chance(seed, what.key(), 3) < 0.7);
        Optional<Instant> started = isWork(what.about()) && Noise.chance(seed, what.key(), 4) < 0.6
                ? Optional.of(atWork(seen.plus(minutes(what.key(), 5, 8, 70))))
                : Optional.empty();
        return Optional.of(new Taken(who(what), seen, note, started));
    }

    public Optional<Closing> close(Case what, Instant over) {
        String note = end(what.about(), what.english());
        return note.isEmpty() || Noise.chance(seed, what.key(), 6) > 0.55
                ? Optional.empty()
                : Optional.of(new Closing(who(what), atWork(over).plus(minutes(what.key(), 7, 4, 40)), note));
    }

    private String who(Case what) {
        List<String> names = what.english() ? ENGLISH : FRENCH;
        return names.get((int) (Noise.hash(seed, what.key()) % names.size()));
    }

    private Duration minutes(long key, int kind, int least, int more) {
        return Duration.ofSeconds(least * 60L + Math.round(Noise.chance(seed, key, kind) * more * 60));
    }

    private static boolean isWork(About about) {
        return switch (about) {
            case CRASH, AGENT, CPU, MEMORY, DISK, LINK -> true;
            case POWER, PLANNED, SLEEP, SILENCE -> false;
        };
    }

    /** That time, or when people come in after it. */
    static Instant atWork(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, Days.ZONE);
        DayOfWeek day = local.getDayOfWeek();
        LocalTime end = day == DayOfWeek.SATURDAY ? CLOSES_ON_SATURDAY : CLOSES;
        boolean works = day != DayOfWeek.SUNDAY;
        if (works && !local.toLocalTime().isBefore(OPENS) && local.toLocalTime().isBefore(end)) {
            return time;
        }
        LocalDateTime opening = local.toLocalDate().atTime(OPENS);
        if (!works || !local.toLocalTime().isBefore(OPENS)) {
            opening = opening.plusDays(1);
        }
        if (opening.getDayOfWeek() == DayOfWeek.SUNDAY) {
            opening = opening.plusDays(1);
        }
        return opening.atZone(Days.ZONE).toInstant();
    }

    private static String beginning(About about, boolean english) {
        return switch (about) {
            case POWER -> english ? "Eneo is out in the whole street." : "Coupure Eneo dans tout le quartier.";
            case LINK -> english ? "The modem has no credit left." : "Le modem n’a plus de crédit.";
            case CRASH -> english ? "Blue screen, says the user." : "Écran bleu, d’après l’agent.";
            case AGENT -> english ? "Somebody stopped the agent." : "L’agent de surveillance a été arrêté.";
            case CPU -> english ? "The monthly report is running." : "L’état mensuel tourne, on attend.";
            case MEMORY -> english ? "The till software leaks again." : "Le logiciel de caisse fuit de nouveau.";
            case DISK -> english ? "Old scans need to go." : "Il faut vider les anciens scans.";
            case PLANNED, SLEEP, SILENCE -> "";
        };
    }

    private static String end(About about, boolean english) {
        return switch (about) {
            case POWER -> english ? "Power is back, all machines started." : "Courant rétabli, tout a redémarré.";
            case LINK -> english ? "Topped up 10,000 F." : "Rechargé 10 000 F.";
            case CRASH ->
                english ? "Started again by itself. Memory to be tested." : "Repartie seule. Mémoire à tester.";
            case AGENT -> english ? "Started again." : "Relancé.";
            case CPU -> english ? "Report done." : "État terminé.";
            case MEMORY -> english ? "Restarted; the publisher knows." : "Redémarrée ; l’éditeur est prévenu.";
            case DISK -> english ? "Moved 70 GB to the archive." : "70 Go déplacés aux archives.";
            case PLANNED, SLEEP, SILENCE -> "";
        };
    }
}
