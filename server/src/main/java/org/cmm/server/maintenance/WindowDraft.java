package org.cmm.server.maintenance;

import java.util.List;
import java.util.Optional;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance window as somebody wants it.
 *
 * @param scope fleet, site, tag or server
 * @param target number of the site, the tag, or code of the server
 * @param recurrence once, weekly, monthly, nth-weekday or last-weekday, from the first day on
 * @param days for weekly ones the days of the week, such as monday; left out: that of the first day
 * @param from the first day, such as 2026-12-01
 * @param start time of day, such as 22:00
 * @param hours how long, 0.1 to 336
 * @param until the last day it may begin on; left out: none
 * @param zone whose days and times these are; left out: that of the site, or of the institution
 */
@Schema(
        requiredProperties = {"reason", "scope", "recurrence", "from", "start", "hours"},
        examples = """
                {"reason": "Windows updates", "scope": "tag", "target": "office", "recurrence": "weekly",
                 "days": ["tuesday"], "from": "2026-12-01", "start": "20:00", "hours": "2.5"}""")
record WindowDraft(
        String reason,
        String scope,
        String target,
        String recurrence,
        List<String> days,
        String from,
        String start,
        String hours,
        String until,
        String zone) {

    /** All that it takes, checked. */
    record Checked(String reason, Target target, MaintenanceWindow window) {}

    WindowDraft(
            @Nullable String reason,
            @Nullable String scope,
            @Nullable String target,
            @Nullable String recurrence,
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String start,
            @Nullable String hours,
            @Nullable String until,
            @Nullable String zone) {
        this.reason = stripped(reason);
        this.scope = stripped(scope);
        this.target = stripped(target);
        this.recurrence = stripped(recurrence);
        this.days = days == null
                ? List.of()
                : days.stream().map(WindowDraft::stripped).toList();
        this.from = stripped(from);
        this.start = stripped(start);
        this.hours = stripped(hours);
        this.until = stripped(until);
        this.zone = stripped(zone);
    }

    private static String stripped(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }

    public boolean on(String day) {
        return days.contains(day);
    }
}
