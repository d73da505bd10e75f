package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cmm.core.notify.FreeDays;
import org.cmm.core.notify.Holiday;
import org.cmm.server.notify.HolidayEntry.Law;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code holiday}: the calendar of public holidays, as Cameroon's law of 1973 lists them, for administrators to
 * change. Feasts that follow the moon are estimates until somebody enters the date that was announced.
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

    Optional<HolidayEntry> find(int id) {
        return all().stream().filter(entry -> entry.id() == id).findFirst();
    }

    /** Sundays and holidays. */
    Predicate<LocalDate> quietDay(Handle db) {
        return free(all(db))::free;
    }

    static FreeDays free(List<HolidayEntry> all) {
        return new FreeDays(
                all.stream().map(HolidayEntry::holiday).toList(),
                all.stream()
                        .filter(entry -> entry.law().equals(Optional.of(Law.CIVIL)))
                        .map(HolidayEntry::holiday)
                        .toList());
    }

    /** Its number. */
    static int add(Handle db, HolidayEntry entry) {
        Columns columns = Columns.of(entry.holiday());
        return db.createQuery("""
                        INSERT INTO holiday (name, name_fr, rule, law, month, day, days, date)
                        VALUES (:name, :french, :rule, :law, :month, :day, :days, :date) RETURNING id
                        """)
                .bind("name", entry.name())
                .bind("french", entry.nameFrench())
                .bind("rule", entry.rule())
                .bind("law", entry.law().map(Spelling::of).orElse(null))
                .bind("month", columns.month())
                .bind("day", columns.day())
                .bind("days", columns.days())
                .bind("date", columns.date())
                .mapTo(Integer.class)
                .one();
    }

    private record Columns(
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer days,
            @Nullable LocalDate date) {

        static Columns of(Holiday holiday) {
            return switch (holiday) {
                case Holiday.Fixed(MonthDay day) -> new Columns(day.getMonthValue(), day.getDayOfMonth(), null, null);
                case Holiday.AfterEaster(int days) -> new Columns(null, null, days, null);
                case Holiday.Lunar(int month, int day, var announced) ->
                    new Columns(month, day, null, announced.orElse(null));
                case Holiday.Once(LocalDate date) -> new Columns(null, null, null, date);
            };
        }
    }

    static boolean remove(Handle db, int id) {
        return db.execute("DELETE FROM holiday WHERE id = ?", id) == 1;
    }

    /**
     * Enters the date of a day that comes once, or of one that follows the moon; empty makes that an estimate again.
     */
    static boolean announce(Handle db, int id, Optional<LocalDate> date) {
        return db.execute(
                        "UPDATE holiday SET date = ? WHERE id = ? AND rule IN ('once', 'lunar')", date.orElse(null), id)
                == 1;
    }

    private static List<HolidayEntry> all(Handle db) {
        return db.createQuery("SELECT * FROM holiday ORDER BY rule, month, day, days, date, id")
                .map((row, context) -> entry(row))
                .list();
    }

    private static HolidayEntry entry(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("date", LocalDate.class);
        Holiday holiday =
                switch (row.getString("rule")) {
                    case "fixed" -> new Holiday.Fixed(MonthDay.of(row.getInt("month"), row.getInt("day")));
                    case "easter" -> new Holiday.AfterEaster(row.getInt("days"));
                    case "lunar" ->
                        new Holiday.Lunar(row.getInt("month"), row.getInt("day"), Optional.ofNullable(date));
                    default -> new Holiday.Once(date);
                };
        return new HolidayEntry(
                row.getInt("id"),
                row.getString("name"),
                row.getString("name_fr"),
                Optional.ofNullable(row.getString("law")).map(law -> Spelling.stored(Law.class, law)),
                holiday);
    }
}
