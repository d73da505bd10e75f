package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cmm.core.notify.Holiday;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Table {@code holiday}: the calendar of public holidays, as Cameroon's law of 1973 lists them, for administrators to
 * change. Feasts that follow the moon have no date until somebody enters the one that was announced.
 */
@Singleton
class Holidays {

    private final Jdbi jdbi;

    Holidays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<HolidayEntry> all() {
        return jdbi.withHandle(Holidays::all);
    }

    /** Sundays and holidays. */
    Predicate<LocalDate> quietDay(Handle db) {
        List<Holiday> days =
                all(db).stream().flatMap(entry -> entry.holiday().stream()).toList();
        return day -> day.getDayOfWeek() == DayOfWeek.SUNDAY || days.stream().anyMatch(holiday -> holiday.on(day));
    }

    static void add(Handle db, HolidayEntry entry) {
        Holiday holiday = entry.holiday().orElse(null);
        db.createUpdate("""
                        INSERT INTO holiday (name, name_fr, rule, month, day, days, date)
                        VALUES (:name, :french, :rule, :month, :day, :days, :date)
                        """)
                .bind("name", entry.name())
                .bind("french", entry.nameFrench())
                .bind(
                        "rule",
                        holiday instanceof Holiday.Fixed
                                ? "fixed"
                                : holiday instanceof Holiday.AfterEaster ? "easter" : "once")
                .bind("month", holiday instanceof Holiday.Fixed(var day) ? Integer.valueOf(day.getMonthValue()) : null)
                .bind("day", holiday instanceof Holiday.Fixed(var day) ? Integer.valueOf(day.getDayOfMonth()) : null)
                .bind("days", holiday instanceof Holiday.AfterEaster(int days) ? Integer.valueOf(days) : null)
                .bind("date", holiday instanceof Holiday.Once(var date) ? date : null)
                .execute();
    }

    static boolean remove(Handle db, int id) {
        return db.execute("DELETE FROM holiday WHERE id = ?", id) == 1;
    }

    /** The date of a day that comes once. */
    static boolean announce(Handle db, int id, LocalDate date) {
        return db.execute("UPDATE holiday SET date = ? WHERE id = ? AND rule = 'once'", date, id) == 1;
    }

    private static List<HolidayEntry> all(Handle db) {
        return db.createQuery("SELECT * FROM holiday ORDER BY month, day, days, date, id")
                .map((row, context) -> entry(row))
                .list();
    }

    private static HolidayEntry entry(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("date", LocalDate.class);
        Optional<Holiday> holiday =
                switch (row.getString("rule")) {
                    case "fixed" ->
                        HolidayEntry.monthDay(row.getInt("month"), row.getInt("day"))
                                .map(Holiday.Fixed::new);
                    case "easter" -> Optional.of(new Holiday.AfterEaster(row.getInt("days")));
                    default -> Optional.ofNullable(date).map(Holiday.Once::new);
                };
        return new HolidayEntry(row.getInt("id"), row.getString("name"), row.getString("name_fr"), holiday);
    }
}
