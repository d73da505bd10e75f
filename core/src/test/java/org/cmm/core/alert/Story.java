package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cmm.core.alert.AlertEvent.Cleared;
import org.cmm.core.alert.AlertEvent.Raised;
import org.cmm.core.alert.AlertEvent.SeverityChanged;
import org.cmm.core.alert.TextSeries.Reading;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/** One server with one series, told as sentences such as "3m raised warning". */
final class Story {

    static final Series CPU = Series.of(Metrics.CPU_UTILIZATION);
    static final List<Series> LAYOUT = List.of(CPU);

    private final List<String> sentences = new ArrayList<>();
    private final ServerWatch watch;

    Story(Rule... rules) {
        watch = new ServerWatch(List.of());
        watch.adopt(new Rules(List.of(rules)), TextSeries.START);
    }

    Story then(List<Reading> readings) {
        for (Reading reading : readings) {
            tell(watch.observe(reading.at(), LAYOUT, new double[] {reading.value()}));
        }
        return this;
    }

    Story adopt(Instant at, Rule... rules) {
        tell(watch.adopt(new Rules(List.of(rules)), at));
        return this;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    List<FiringAlert> firing() {
        return watch.firing();
    }

    private void tell(List<AlertEvent> events) {
        events.stream().map(Story::sentence).forEach(sentences::add);
    }

    private static String sentence(AlertEvent event) {
        Duration since = Duration.between(TextSeries.START, event.at());
        String when = since.toString().substring(2).toLowerCase(Locale.ROOT) + " ";
        return when
                + switch (event) {
                    case Raised raised -> "raised " + name(raised.severity());
                    case SeverityChanged changed -> name(changed.from()) + " to " + name(changed.to());
                    case Cleared(Alert _, Instant _, AlertEvent.Cause cause) ->
                        cause == AlertEvent.Cause.RECOVERED ? "cleared" : "cleared by rule change";
                };
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
