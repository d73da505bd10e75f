package org.cmm.server.forecast;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.server.access.Language;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.platform.Figures;

/** What is foretold in the words of one language, by the days of one zone. */
public final class ForecastWords {

    /** A weekday that is farther away could be another week's. */
    private static final int DAYS_BY_NAME = 6;

    private static final int DAYS_WITHOUT_YEAR = 180;

    private final ForecastMessages messages;
    private final Language language;
    private final ZoneId zone;

    private ForecastWords(Language language, ZoneId zone) {
        this.messages = MessageBundles.get(ForecastMessages.class, Localized.Literal.of(language.code()));
        this.language = language;
        this.zone = zone;
    }

    public static ForecastWords of(Language language, ZoneId zone) {
        return new ForecastWords(language, zone);
    }

    /** {@code full between Tuesday and Friday}: always two days, since nobody can tell one. */
    public String full(FullBetween times, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate from = latest(today, LocalDate.ofInstant(times.soonest(), zone));
        LocalDate to = latest(from.plusDays(1), LocalDate.ofInstant(times.latest(), zone));
        return messages.fullBetween(day(from, today), day(to, today));
    }

    /**
     * An alert's forecast: the days where they are known now, or else how long it was told to take.
     *
     * @param seconds what the alert was raised or moved with
     */
    public String full(Optional<FullBetween> times, double seconds, Instant now) {
        return times.map(known -> full(known, now)).orElseGet(() -> fullIn(seconds));
    }

    /** What is over. */
    public String notFull() {
        return messages.notFull();
    }

    private String fullIn(double seconds) {
        return seconds >= Kind.DiskFull.NEVER
                ? messages.notFull()
                : messages.fullIn(
                        Figures.of(language.locale(), zone).duration(Duration.ofSeconds(Math.round(seconds))));
    }

    /** What a volume is called: {@code Disk /home}. */
    public String disk(String name) {
        return messages.disk(name);
    }

    private String day(LocalDate day, LocalDate today) {
        long away = ChronoUnit.DAYS.between(today, day);
        if (away == 0) {
            return messages.today();
        }
        if (away == 1) {
            return messages.tomorrow();
        }
        if (away <= DAYS_BY_NAME) {
            return written(day, "EEEE");
        }
        String date = written(day, away < DAYS_WITHOUT_YEAR ? "d MMM" : "d MMM uuuu");
        return language == Language.FRENCH ? "le " + date : date;
    }

    private String written(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
