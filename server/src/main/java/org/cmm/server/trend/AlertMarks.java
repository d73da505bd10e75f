package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.metric.Series;
import org.cmm.server.alert.AlertRow;
import org.cmm.server.alert.AlertRows;
import org.cmm.server.alert.PastAlerts;
import org.cmm.server.alert.PastAlerts.PastAlert;
import org.cmm.server.fleet.Server;
import org.cmm.server.trend.TrendView.Mark;
import org.cmm.server.trend.TrendView.Marks;

/** The alerts behind charts, in words and as stretches of time. */
@Singleton
class AlertMarks {

    /** More of them would hide the lines, and nobody reads so many rows. */
    private static final int MOST = 100;

    private static final Duration LEAST_AROUND = Duration.ofMinutes(10);

    private final PastAlerts alerts;
    private final AlertRows rows;
    private final InstantSource clock;

    AlertMarks(PastAlerts alerts, AlertRows rows, InstantSource clock) {
        this.alerts = alerts;
        this.rows = rows;
        this.clock = clock;
    }

    Marks of(TrendQuery query, List<Server> servers, Stretch shown, Look look) {
        List<PastAlert> found = alerts.during(new PastAlerts.Wish(
                servers.stream().map(Server::id).toList(), query.metrics(), shown.from(), shown.to(), MOST + 1));
        List<PastAlert> newest = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
        Collections.reverse(newest);
        Map<Long, AlertRow> words = rows.of(newest.stream().map(PastAlert::id).toList(), look.language());
        List<Mark> marks = new ArrayList<>();
        for (PastAlert alert : newest) {
            AlertRow row = words.get(alert.id());
            // it may have gone since, with the demo
            if (row != null) {
                marks.add(mark(marks.size() + 1, alert, row, query, look));
            }
        }
        return new Marks(sentence(found.size(), look), List.copyOf(marks));
    }

    private Mark mark(int number, PastAlert alert, AlertRow row, TrendQuery query, Look look) {
        Series subject = Series.parse(alert.subject());
        return new Mark(
                number,
                row,
                alert.worst(),
                look.figures().moment(alert.raisedAt()),
                subject.metric(),
                line(row.server(), subject),
                seconds(alert.raisedAt()),
                Optional.ofNullable(alert.clearedAt()).map(AlertMarks::seconds).orElse(0.0),
                query.over(around(alert, clock.instant())).address());
    }

    /** How addresses name a line of a chart. */
    static String line(String server, Series series) {
        List<String> parts = new ArrayList<>(List.of(server, series.metric()));
        parts.addAll(series.attributes().values());
        return String.join("|", parts);
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    /** With as much time before and after, as far as there is any. */
    static Stretch around(PastAlert alert, Instant now) {
        Instant end = Optional.ofNullable(alert.clearedAt()).orElse(now);
        Duration lasted = Duration.between(alert.raisedAt(), end);
        Duration beside = lasted.compareTo(LEAST_AROUND) < 0 ? LEAST_AROUND : lasted;
        Instant until = end.plus(beside);
        Instant to = until.isAfter(now) ? now : until;
        Instant from = alert.raisedAt().minus(beside);
        Instant earliest = to.minus(Stretch.LONGEST);
        return new Stretch(from.isBefore(earliest) ? earliest : from, to);
    }

    private static String sentence(int found, Look look) {
        TrendMessages words = TrendWords.of(look.language());
        if (found > MOST) {
            return words.alertsMost(look.figures().count(MOST));
        }
        return switch (found) {
            case 0 -> words.alertsNone();
            case 1 -> words.alertsOne();
            default -> words.alertsSome(look.figures().count(found));
        };
    }
}
