package org.cmm.server.notify;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.metric.Unit;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.Measure.Sort;
import org.cmm.server.forecast.ForecastWords;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Foretold;
import org.cmm.server.notify.Happening.Place;
import org.cmm.server.notify.Happening.Several;
import org.cmm.server.notify.Happening.Trouble;
import org.cmm.server.platform.Figures;

/** Happenings in the words of one language, with times as they are at the site. */
final class NoticeWords {

    private static final int MOST_TROUBLES = 5;
    private static final int MOST_PROCESSES = 3;

    /** A slower change in an hour, in points of a percentage, is called steady. */
    private static final double STEADY = 0.01;

    private final NoticeMessages messages;
    private final CauseSentences causes;
    private final Language language;

    NoticeWords(Language language) {
        this.messages = MessageBundles.get(NoticeMessages.class, Localized.Literal.of(language.code()));
        this.causes = new CauseSentences(messages);
        this.language = language;
    }

    NoticeMessages messages() {
        return messages;
    }

    Figures figures(ZoneId zone) {
        return Figures.of(language.locale(), zone);
    }

    NoticeText text(Happening happening) {
        return text(happening, Optional.empty());
    }

    /** @param waited how long nobody acknowledged it; empty when it is no escalation */
    NoticeText text(Happening happening, Optional<Duration> waited) {
        Figures figures = figures(happening.place().zone());
        String title = marked(
                messages.headline(mark(happening), place(happening.place(), figures), what(happening, figures)),
                happening);
        return new NoticeText(title, body(happening, waited, figures), brief(happening, waited, figures));
    }

    private String marked(String headline, Happening happening) {
        return happening.drill() ? messages.drill(headline) : headline;
    }

    private String mark(Happening happening) {
        return happening.what().isRecovery() ? messages.over() : severity(happening.severity());
    }

    String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> messages.critical();
            case WARNING -> messages.warning();
            case INFO -> messages.info();
        };
    }

    private String place(Place place, Figures figures) {
        return place.machine()
                .map(machine -> machine.name().equalsIgnoreCase(machine.code())
                        ? machine.code()
                        : messages.machine(machine.name(), machine.code()))
                .map(machine -> place.siteName().isEmpty() ? machine : messages.atSite(machine, place.siteName()))
                .orElseGet(() -> site(place, figures));
    }

    private String site(Place place, Figures figures) {
        Several several = place.several();
        String machines = figures.count(several.machines());
        return several.machines() == several.of()
                ? messages.wholeSite(place.siteName(), machines)
                : messages.partOfSite(place.siteName(), machines, figures.count(several.of()));
    }

    /** The first few machines by name, and how many more there are. */
    private Optional<String> which(Several several, Figures figures) {
        if (several.names().isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", several.names());
        int more = several.machines() - several.names().size();
        return Optional.of(more > 0 ? messages.andMore(names, figures.count(more)) : names);
    }

    private String what(Happening happening, Figures figures) {
        return happening.findings().troubles().stream()
                .findFirst()
                .map(trouble -> measured(trouble, happening, figures))
                .orElseGet(() -> happening.place().machine().isEmpty() ? messages.severalSilent() : messages.trouble());
    }

    private String body(Happening happening, Optional<Duration> waited, Figures figures) {
        List<String> lines = new ArrayList<>();
        if (happening.drill()) {
            lines.add(messages.lineDrill());
        }
        lines.add(messages.lineWhat(happening.findings().troubles().stream()
                .findFirst()
                .map(trouble -> against(trouble, happening, figures))
                .orElseGet(() -> what(happening, figures))));
        happening.findings().troubles().stream()
                .skip(1)
                .limit(MOST_TROUBLES - 1)
                .forEach(trouble -> lines.add(messages.lineAlso(against(trouble, happening, figures))));
        lines.add(messages.lineWhere(place(happening.place(), figures)));
        which(happening.place().several(), figures).ifPresent(names -> lines.add(messages.lineMachines(names)));
        String lasted = figures.duration(Duration.between(happening.since(), happening.at()));
        if (happening.what().isRecovery()) {
            lines.add(messages.lineOver(figures.since(happening.at(), happening.at()), lasted));
            causes.cause(happening.findings()).ifPresent(cause -> lines.add(messages.lineCause(cause)));
            return String.join("\n", lines);
        }
        lines.add(messages.lineSince(figures.since(happening.since(), happening.at()), lasted));
        why(happening, waited, figures).ifPresent(why -> lines.add(messages.lineWhy(why)));
        trend(happening.findings(), figures).ifPresent(trend -> lines.add(messages.lineTrend(trend)));
        processes(happening.findings(), figures).ifPresent(list -> lines.add(messages.lineProcesses(list)));
        causes.cause(happening.findings()).ifPresent(cause -> lines.add(messages.lineCause(cause)));
        lines.add(messages.lineAdvice(advice(happening)));
        return String.join("\n", lines);
    }

    /** The machine's code and what matters most, without the words that make it pleasant to read. */
    private String brief(Happening happening, Optional<Duration> waited, Figures figures) {
        Place place = happening.place();
        String where = place.machine()
                .map(machine ->
                        place.siteName().isEmpty() ? machine.code() : messages.atSite(machine.code(), place.siteName()))
                .orElseGet(() -> place(place, figures));
        List<String> parts = new ArrayList<>();
        parts.add(marked(messages.headline(mark(happening), where, what(happening, figures)), happening));
        waited.ifPresent(_ -> parts.add(messages.briefEscalated()));
        parts.add(
                happening.what().isRecovery()
                        ? messages.briefAfter(figures.duration(Duration.between(happening.since(), happening.at())))
                        : messages.briefSince(figures.since(happening.since(), happening.at())));
        causes.cause(happening.findings()).ifPresent(cause -> parts.add(messages.briefCause(cause)));
        return String.join(", ", parts);
    }

    private Optional<String> why(Happening happening, Optional<Duration> waited, Figures figures) {
        if (waited.isPresent()) {
            return waited.map(figures::duration).map(messages::whyEscalated);
        }
        return switch (happening.what()) {
            case WORSENED -> Optional.of(messages.whyWorsened());
            case REOPENED -> Optional.of(messages.whyReopened());
            case FLAPPING -> Optional.of(messages.whyFlapping());
            case UNACKNOWLEDGED -> Optional.of(messages.whyUnacknowledged());
            case WINDOW_OVER -> Optional.of(messages.whyWindowOver());
            case CAUSE_REVISED -> Optional.of(messages.whyCauseRevised());
            case OPENED, RECOVERED -> Optional.empty();
        };
    }

    private String against(Trouble trouble, Happening happening, Figures figures) {
        String text = measured(trouble, happening, figures);
        if (trouble.foretold().isPresent()) {
            return text;
        }
        OptionalDouble level = trouble.level();
        if (level.isEmpty()) {
            return text;
        }
        String at = trouble.measure().text(level.getAsDouble(), figures);
        return trouble.measure().sort() == Sort.LOW ? messages.againstLow(text, at) : messages.against(text, at);
    }

    private String measured(Trouble trouble, Happening happening, Figures figures) {
        if (trouble.foretold().isPresent()) {
            return foretold(trouble, trouble.foretold().get(), happening);
        }
        if (trouble.isSilence()) {
            return messages.silent();
        }
        String value = trouble.measure().text(trouble.value(), figures);
        return switch (trouble.measure().sort()) {
            case HIGH, LOW -> messages.measured(name(trouble), value);
            case RISE -> messages.grows(name(trouble), value);
            case FALL -> messages.falls(name(trouble), value);
            case MISSING -> messages.missing(name(trouble), value);
            case RESTARTS -> messages.restarts(value);
            case UNUSUAL -> messages.unusual(name(trouble), value);
        };
    }

    /** {@code Disk /home full between Tuesday and Friday}; what is over will not be. */
    private String foretold(Trouble trouble, Foretold foretold, Happening happening) {
        ForecastWords words = ForecastWords.of(language, happening.place().zone());
        return name(trouble) + " "
                + (happening.what().isRecovery()
                        ? words.notFull()
                        : words.full(foretold.full(), trouble.value(), happening.at()));
    }

    private String name(Trouble trouble) {
        String metric = metricName(trouble);
        if (metric.equals(Metrics.CPU_UTILIZATION.name())) {
            return messages.cpu();
        }
        if (metric.equals(Metrics.MEMORY_UTILIZATION.name())) {
            return messages.memory();
        }
        String part = part(trouble);
        return metric.equals(Metrics.FILESYSTEM_UTILIZATION.name())
                ? messages.disk(part)
                : (Measure.name(metric, language) + " " + part).strip();
    }

    private static String metricName(Trouble trouble) {
        return trouble.subject().split("\\{", 2)[0];
    }

    private static String part(Trouble trouble) {
        return trouble.subject().isEmpty()
                ? ""
                : String.join(", ", Series.parse(trouble.subject()).attributes().values());
    }

    private static String value(Unit unit, double value, Figures figures) {
        return switch (unit) {
            case RATIO -> figures.percent(value);
            case BYTES -> figures.bytes(value);
            case BYTES_PER_SECOND -> figures.bitRate(value);
            case SECONDS -> figures.duration(Duration.ofSeconds(Math.round(value)));
            case COUNT -> figures.number(value, 1);
        };
    }

    private static Unit unit(Trouble trouble) {
        return Metrics.find(metricName(trouble)).map(Metric::unit).orElse(Unit.COUNT);
    }

    private Optional<String> trend(Findings findings, Figures figures) {
        Optional<Trouble> first = findings.troubles().stream()
                .findFirst()
                .filter(trouble -> !trouble.isSilence() && trouble.foretold().isEmpty());
        if (first.isEmpty() || first.get().perHour().isEmpty()) {
            return Optional.empty();
        }
        double change = first.get().perHour().getAsDouble();
        double steady =
                unit(first.get()) == Unit.RATIO ? STEADY : Math.abs(first.get().value()) * STEADY;
        if (Math.abs(change) < steady) {
            return Optional.of(messages.steady());
        }
        String amount = value(unit(first.get()), Math.abs(change), figures);
        return Optional.of(change > 0 ? messages.rising(amount) : messages.falling(amount));
    }

    private static Optional<String> processes(Findings findings, Figures figures) {
        if (findings.busiest().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(findings.busiest().stream()
                .limit(MOST_PROCESSES)
                .map(line ->
                        line.name() + " " + figures.percent(line.cpu()) + " · " + figures.bytes(line.memoryBytes()))
                .collect(Collectors.joining(", ")));
    }

    private String advice(Happening happening) {
        Optional<Trouble> first = happening.findings().troubles().stream().findFirst();
        if (happening.place().machine().isEmpty()
                || first.filter(Trouble::isSilence).isPresent()) {
            return causes.advice(happening.findings(), happening.place());
        }
        String metric = first.map(NoticeWords::metricName).orElse("");
        if (metric.equals(Metrics.CPU_UTILIZATION.name())) {
            return messages.adviceCpu();
        }
        if (metric.equals(Metrics.MEMORY_UTILIZATION.name())) {
            return messages.adviceMemory();
        }
        return metric.equals(Metrics.FILESYSTEM_UTILIZATION.name()) ? messages.adviceDisk() : messages.adviceOther();
    }
}
