package org.cmm.server.maintenance;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.cmm.core.maintenance.Recurrence.Monthly;
import org.cmm.core.maintenance.Recurrence.NthWeekday;
import org.cmm.core.maintenance.Recurrence.Once;
import org.cmm.core.maintenance.Recurrence.Weekly;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.cmm.server.platform.Figures;

/** Maintenance windows in the words of one language. */
record WindowWords(MaintenanceMessages messages, Locale locale) {

    static WindowWords of(Language language) {
        return new WindowWords(
                MessageBundles.get(MaintenanceMessages.class, Localized.Literal.of(language.code())),
                language.locale());
    }

    String target(Target target, Listing listing) {
        return switch (target) {
            case Target.Fleet() -> messages.fleet();
            case Target.OfSite(int site) -> listing.site(site).map(Site::name).orElse("");
            case Target.OfServer(int server) ->
                listing.server(server).map(Server::name).orElse("");
            case Target.OfTag(String tag) -> "#" + tag;
        };
    }

    /** {@code every week on Tuesday, 20:00, for 2 h}. */
    String when(MaintenanceWindow window) {
        Figures figures = figures(window);
        String length = figures.duration(window.length());
        Instant start =
                window.from().atTime(window.start()).atZone(window.zone()).toInstant();
        String time = figures.clock(start);
        String often =
                switch (window.recurrence()) {
                    case Once(LocalDate _) -> messages.describeOnce(figures.date(start), time, length);
                    case Weekly(var days) ->
                        messages.describeWeekly(
                                days.stream().sorted().map(this::name).collect(Collectors.joining(", ")), time, length);
                    case Monthly(int day) -> messages.describeMonthly(Integer.toString(day), time, length);
                    case NthWeekday(int nth, DayOfWeek weekday) ->
                        messages.describeNth(nth(nth), name(weekday), time, length);
                };
        return window.until()
                .map(day -> often + ", " + messages.describeUntil(date(day, window.zone())))
                .orElse(often);
    }

    String moment(MaintenanceWindow window, Instant at, Instant now) {
        return figures(window).since(at, now);
    }

    /** When it begins next, or until when it goes on; empty when neither. */
    Optional<String> next(MaintenanceWindow window, Instant now) {
        return window.covering(now)
                .map(one -> messages.goesOn(moment(window, one.end(), now)))
                .or(() -> window.next(now).map(one -> figures(window).moment(one.begin())));
    }

    private String date(LocalDate day, ZoneId zone) {
        return Figures.of(locale, zone).date(day.atStartOfDay(zone).toInstant());
    }

    private Figures figures(MaintenanceWindow window) {
        return Figures.of(locale, window.zone());
    }

    String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String nth(int nth) {
        if (nth == NthWeekday.LAST) {
            return messages.last();
        }
        if (locale.getLanguage().equals("fr")) {
            return nth == 1 ? "1er" : nth + "e";
        }
        return switch (nth) {
            case 1 -> "1st";
            case 2 -> "2nd";
            case 3 -> "3rd";
            default -> nth + "th";
        };
    }
}
