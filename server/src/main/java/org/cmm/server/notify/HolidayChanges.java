package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;

/** What administrators do to the calendar, whether on its page or by a program. */
@Singleton
class HolidayChanges {

    private static final int LONGEST_NAME = 80;

    private final Jdbi jdbi;
    private final Wording wording;
    private final AuditLog audit;

    HolidayChanges(Jdbi jdbi, Wording wording, AuditLog audit) {
        this.jdbi = jdbi;
        this.wording = wording;
        this.audit = audit;
    }

    /** @param entry empty when there are faults */
    record Read(Optional<HolidayEntry> entry, List<FieldFault> faults) {}

    /** What the audit log is told. */
    private record Noted(String name, String nameFrench, String rule, String date) {}

    /** A day with its names: of one year, or of every one when {@code yearly} is checked. */
    Read read(Form form) {
        List<FieldFault> faults = new ArrayList<>();
        Stream.of("name", "nameFrench")
                .filter(field -> !named(form.line(field)))
                .forEach(field ->
                        faults.add(new FieldFault(field, wording.onCall().faultName())));
        Optional<LocalDate> day = form.day("date");
        if (day.isEmpty()) {
            faults.add(new FieldFault("date", wording.onCall().faultDate()));
        }
        if (!faults.isEmpty()) {
            return new Read(Optional.empty(), faults);
        }
        Holiday holiday = form.checked("yearly")
                ? new Holiday.Fixed(MonthDay.from(day.orElseThrow()))
                : new Holiday.Once(day.orElseThrow());
        return new Read(
                Optional.of(new HolidayEntry(0, form.line("name"), form.line("nameFrench"), Optional.empty(), holiday)),
                List.of());
    }

    private static boolean named(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && !ChannelCheck.unprintable(name);
    }

    /** Its number. */
    int add(HolidayEntry entry) {
        return jdbi.inTransaction(db -> {
            int id = Holidays.add(db, entry);
            audit.record(db, "holiday.add", "holiday " + entry.name(), null, noted(entry));
            return id;
        });
    }

    /** @param date empty when what was announced does not hold, and the moon is waited for again */
    void announce(HolidayEntry entry, Optional<LocalDate> date) {
        jdbi.useTransaction(db -> {
            if (Holidays.announce(db, entry.id(), date)) {
                audit.record(
                        db,
                        "holiday.date",
                        "holiday " + entry.name(),
                        date(entry),
                        date.map(LocalDate::toString).orElse(""));
            }
        });
    }

    void remove(HolidayEntry entry) {
        jdbi.useTransaction(db -> {
            if (Holidays.remove(db, entry.id())) {
                audit.record(db, "holiday.remove", "holiday " + entry.name(), noted(entry), null);
            }
        });
    }

    private static Noted noted(HolidayEntry entry) {
        return new Noted(entry.name(), entry.nameFrench(), entry.rule(), date(entry));
    }

    /** As it was entered; empty where it was not. */
    private static String date(HolidayEntry entry) {
        return switch (entry.holiday()) {
            case Holiday.Once(LocalDate day) -> day.toString();
            case Holiday.Lunar feast ->
                feast.announced().map(LocalDate::toString).orElse("");
            case Holiday.Fixed(MonthDay day) -> day.toString();
            case Holiday.AfterEaster(int days) -> "Easter " + days;
        };
    }
}
