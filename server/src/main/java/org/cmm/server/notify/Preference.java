package org.cmm.server.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import org.cmm.core.alert.Severity;
import org.cmm.core.notify.QuietHours;
import org.cmm.server.access.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be told of, in which language, and when not.
 *
 * @param severities which are worth a notice
 * @param sites numbers of sites; empty is every one, and machines without a site
 * @param quietDays whether Sundays and public holidays are quiet as a whole
 * @param criticalAlways whether what is critical breaks through
 */
record Preference(
        Language language,
        ZoneId zone,
        Set<Severity> severities,
        Set<Integer> sites,
        LocalTime quietFrom,
        LocalTime quietUntil,
        boolean quietDays,
        boolean criticalAlways) {

    Preference {
        severities = Set.copyOf(severities);
        sites = Set.copyOf(sites);
    }

    /** What a person is offered who has not chosen yet: trouble at any time, and quiet nights but for the worst. */
    static Preference offered(Language language, ZoneId zone) {
        return new Preference(
                language,
                zone,
                Set.of(Severity.WARNING, Severity.CRITICAL),
                Set.of(),
                LocalTime.of(21, 0),
                LocalTime.of(6, 0),
                false,
                true);
    }

    boolean wants(Severity severity, @Nullable Integer site) {
        return severities.contains(severity) && (sites.isEmpty() || (site != null && sites.contains(site)));
    }

    /** When a notice of this severity may come, at the earliest. */
    Instant due(Severity severity, Instant now, Predicate<LocalDate> holiday) {
        if (severity == Severity.CRITICAL && criticalAlways) {
            return now;
        }
        return new QuietHours(quietFrom, quietUntil, zone, day -> quietDays && holiday.test(day)).over(now);
    }
}
