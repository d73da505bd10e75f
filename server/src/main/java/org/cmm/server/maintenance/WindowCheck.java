package org.cmm.server.maintenance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.cmm.core.maintenance.Recurrence;
import org.cmm.core.maintenance.Recurrence.Monthly;
import org.cmm.core.maintenance.Recurrence.NthWeekday;
import org.cmm.core.maintenance.Recurrence.Once;
import org.cmm.core.maintenance.Recurrence.Weekly;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Reads a draft, and gathers everything that is wrong with it. Used once. */
final class WindowCheck {

    static final int LONGEST_REASON = 200;
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Servers servers;
    private final Listing listing;
    private final ZoneId institution;
    private final MaintenanceMessages words;
    private final List<FieldFault> faults = new ArrayList<>();

    WindowCheck(Servers servers, Listing listing, ZoneId institution, MaintenanceMessages words) {
        this.servers = servers;
        this.listing = listing;
        this.institution = institution;
        this.words = words;
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Empty when something is wrong. */
    Optional<WindowDraft.Checked> check(WindowDraft draft) {
        checkReason(draft.reason());
        Optional<Target> target = target(draft);
        Optional<LocalDate> from = day("from", draft.from());
        Optional<LocalDate> until = draft.until().isEmpty() ? Optional.empty() : day("until", draft.until());
        Optional<LocalTime> start = read("start", draft.start(), LocalTime::parse, words.faultTime());
        Optional<Duration> length = length(draft.hours());
        Optional<Recurrence> recurrence = from.flatMap(first -> recurrence(draft, first));
        if (from.isPresent() && until.filter(last -> last.isBefore(from.get())).isPresent()) {
            fault("until", words.faultUntil());
        }
        ZoneId zone = zone(draft.zone()).or(() -> target.flatMap(this::zone)).orElse(institution);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        MaintenanceWindow window = new MaintenanceWindow(
                recurrence.orElseThrow(), start.orElseThrow(), length.orElseThrow(), zone, from.orElseThrow(), until);
        return Optional.of(new WindowDraft.Checked(draft.reason(), target.orElseThrow(), window));
    }

    private void checkReason(String reason) {
        boolean unprintable = reason.codePoints()
                .anyMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || unprintable) {
            fault("reason", words.faultReason(LONGEST_REASON));
        }
    }

    private Optional<Target> target(WindowDraft draft) {
        Optional<Target> target =
                switch (draft.scope()) {
                    case "fleet" -> Optional.of(new Target.Fleet());
                    case "site" -> site(draft.target()).map(site -> new Target.OfSite(site.id()));
                    case "server" -> servers.byCode(draft.target()).map(server -> new Target.OfServer(server.id()));
                    case "tag" -> tag(draft.target()).map(Target.OfTag::new);
                    default -> Optional.empty();
                };
        if (target.isEmpty()) {
            boolean known = Set.of("site", "server", "tag").contains(draft.scope());
            fault(known ? "target" : "scope", known ? words.faultTarget() : words.faultScope());
        }
        return target;
    }

    private Optional<Site> site(String number) {
        return number.matches("\\d{1,9}") ? listing.site(Integer.valueOf(number)) : Optional.empty();
    }

    private Optional<String> tag(String wanted) {
        return listing.servers().stream()
                .flatMap(server -> server.tags().stream())
                .filter(tag -> tag.equalsIgnoreCase(wanted))
                .findFirst();
    }

    private Optional<ZoneId> zone(Target target) {
        @Nullable
        Integer site =
                switch (target) {
                    case Target.OfSite(int id) -> Integer.valueOf(id);
                    case Target.OfServer(int id) ->
                        listing.server(id).map(Server::site).orElse(null);
                    case Target.Fleet _, Target.OfTag _ -> null;
                };
        return listing.site(site).map(Site::zone);
    }

    private Optional<ZoneId> zone(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            fault("zone", words.faultZone());
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(name));
    }

    private Optional<Recurrence> recurrence(WindowDraft draft, LocalDate first) {
        return switch (draft.recurrence()) {
            case "once" -> Optional.of(new Once(first));
            case "weekly" -> days(draft.days(), first).map(Weekly::new);
            case "monthly" -> Optional.of(new Monthly(first.getDayOfMonth()));
            case "nth-weekday" -> Optional.of(nth(first));
            case "last-weekday" -> Optional.of(new NthWeekday(NthWeekday.LAST, first.getDayOfWeek()));
            default -> {
                fault("recurrence", words.faultRecurrence());
                yield Optional.empty();
            }
        };
    }

    /** A fifth weekday is the last one: not every month has five. */
    private static NthWeekday nth(LocalDate first) {
        int nth = (first.getDayOfMonth() - 1) / 7 + 1;
        boolean last = first.getDayOfMonth() + 7 > YearMonth.from(first).lengthOfMonth();
        return new NthWeekday(nth > 4 && last ? NthWeekday.LAST : nth, first.getDayOfWeek());
    }

    private Optional<Set<DayOfWeek>> days(List<String> words, LocalDate first) {
        Set<DayOfWeek> days = new LinkedHashSet<>();
        for (String word : words) {
            Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> RecurrenceText.word(one).equals(word))
                    .findFirst();
            if (day.isEmpty()) {
                fault("days", this.words.faultDays());
                return Optional.empty();
            }
            days.add(day.get());
        }
        return Optional.of(days.isEmpty() ? Set.of(first.getDayOfWeek()) : days);
    }

    private Optional<LocalDate> day(String field, String text) {
        return read(
                field,
                text,
                typed -> {
                    LocalDate day = LocalDate.parse(typed);
                    if (day.isAfter(LAST_DAY) || day.getYear() < 2000) {
                        throw new DateTimeException("too far away");
                    }
                    return day;
                },
                words.faultDay());
    }

    private Optional<Duration> length(String hours) {
        String plain = hours.replace(',', '.');
        if (plain.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            Duration length = Duration.ofMinutes(Math.round(Double.parseDouble(plain) * 60));
            if (!length.minusMinutes(1).isNegative() && length.compareTo(MaintenanceWindow.LONGEST) <= 0) {
                return Optional.of(length);
            }
        }
        fault("hours", words.faultHours());
        return Optional.empty();
    }

    private <T> Optional<T> read(String field, String text, Function<String, T> reader, String remedy) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeException e) {
            fault(field, remedy);
            return Optional.empty();
        }
    }

    private void fault(String field, String detail) {
        faults.add(new FieldFault(field, detail));
    }
}
