package org.cmm.server.calibration;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.calibration.Ageing;
import org.cmm.core.calibration.Finding;
import org.cmm.core.metric.Metrics;
import org.cmm.core.outage.Cause;
import org.cmm.core.statistics.Fit;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.GoodnessOfFit;
import org.cmm.core.statistics.Interval;
import org.cmm.server.access.Language;
import org.cmm.server.calibration.Calibration.Laws;
import org.cmm.server.calibration.CalibrationPage.Card;
import org.cmm.server.calibration.CalibrationPage.LawCard;
import org.cmm.server.calibration.CalibrationPage.Row;
import org.cmm.server.platform.Figures;

/** Laws in the words of one language. */
record CalibrationWords(CalibrationMessages messages, Figures figures) {

    private static final double YEAR = 8760;
    private static final double DOUBT = 0.05;
    private static final int TICKS = 4;
    private static final double MILLIS = 3_600_000;
    private static final double LONGEST_HOURS = 1e9;

    static CalibrationWords of(Language language, ZoneId zone) {
        return new CalibrationWords(
                MessageBundles.get(CalibrationMessages.class, Localized.Literal.of(language.code())),
                Figures.of(language.locale(), zone));
    }

    String name(Trouble trouble) {
        return switch (trouble) {
            case Trouble.OfMachine(var cause) -> cause == Cause.CRASH ? messages.crash() : messages.planned();
            case Trouble.OfSite(var cause) -> cause == Cause.POWER ? messages.power() : messages.link();
            case Trouble.ByRule(var rule, var metric) -> {
                if (metric.equals(Metrics.CPU_UTILIZATION.name())) {
                    yield messages.cpu(rule);
                }
                yield metric.equals(Metrics.MEMORY_UTILIZATION.name()) ? messages.memory(rule) : messages.disk(rule);
            }
        };
    }

    String span(Calibration calibration) {
        String from = figures.date(calibration.span().from());
        String to = figures.date(calibration.span().to().minusMillis(1));
        return calibration.machines() == 1
                ? messages.spanOfOne(from, to)
                : messages.span(figures.count(calibration.machines()), from, to);
    }

    Card card(Laws laws, Duration asked) {
        Trouble trouble = laws.trouble();
        return new Card(
                name(trouble),
                trouble.isPlanned() || trouble.isOfSites() ? "" : ageing(laws.between()),
                List.of(
                        law(messages.between(), laws.between(), between(laws, asked), years(laws)),
                        law(
                                messages.length(),
                                laws.length(),
                                messages.tooFewLengths(
                                        figures.count(laws.length().missing())),
                                messages.hours(
                                        figures.count(Math.round(laws.length().hours()))))));
    }

    private String years(Laws laws) {
        String years = figures.number(laws.between().hours() / YEAR, 1);
        return laws.trouble().isOfSites() ? messages.siteYears(years) : messages.machineYears(years);
    }

    private String between(Laws laws, Duration asked) {
        String missing = figures.count(laws.between().missing());
        return laws.between()
                .wait(asked)
                .map(wait -> messages.tooFew(missing, roughly(wait)))
                .orElseGet(() -> messages.none(missing));
    }

    private String roughly(Duration wait) {
        long days = Math.max(1, wait.toDays());
        if (days <= 60) {
            return messages.days(figures.count(days));
        }
        return days <= 730
                ? messages.months(figures.count(Math.round(days / 30.4)))
                : messages.years(figures.count(Math.round(days / 365.0)));
    }

    private LawCard law(String title, Finding finding, String tooFew, String watched) {
        String counted = messages.counted(
                figures.count(finding.ended()),
                figures.count(finding.lifetimes().size() - finding.ended()),
                watched);
        Optional<Fit> best =
                finding.fitting() instanceof Fitting.Fitted fitted ? Optional.of(fitted.best()) : Optional.empty();
        Optional<LawPlot> plot = LawPlot.of(finding, best.map(Fit::law));
        return new LawCard(
                title,
                counted,
                switch (finding.fitting()) {
                    case Fitting.Fitted _ -> "";
                    case Fitting.TooFew _ -> tooFew;
                    case Fitting.NoSpread(double age) -> messages.noSpread(time(age));
                },
                best.map(this::family).orElse(""),
                best.map(this::rows).orElse(List.of()),
                fit(finding),
                isDoubted(finding),
                plot.orElse(null),
                plot.map(known -> ticks(known.hours())).orElse(List.of()));
    }

    private String family(Fit fit) {
        return switch (fit.family()) {
            case EXPONENTIAL -> messages.exponential();
            case WEIBULL -> messages.weibull();
            case LOGNORMAL -> messages.lognormal();
        };
    }

    private List<Row> rows(Fit fit) {
        Interval first = fit.parameters().getFirst();
        double hours = fit.law().mean();
        Row mean = new Row(messages.mean(), isSayable(hours) ? time(hours) : messages.meanUnsayable(), "");
        return switch (fit.family()) {
            case EXPONENTIAL -> List.of(new Row(messages.mean(), time(first.estimate()), times(first)));
            case WEIBULL -> {
                Interval scale = fit.parameters().get(1);
                yield List.of(
                        new Row(messages.shape(), plain(first.estimate()), plains(first)),
                        new Row(messages.scale(), time(scale.estimate()), times(scale)),
                        mean);
            }
            case LOGNORMAL -> {
                Interval spread = fit.parameters().get(1);
                yield List.of(
                        new Row(
                                messages.median(),
                                time(Math.exp(first.estimate())),
                                times(Math.exp(first.lower()), Math.exp(first.upper()))),
                        new Row(messages.logSd(), plain(spread.estimate()), plains(spread)),
                        mean);
            }
        };
    }

    private String fit(Finding finding) {
        List<String> sentences = new ArrayList<>();
        finding.goodness().map(GoodnessOfFit::pValue).ifPresent(p -> {
            String share = figures.percent(p, p < 0.1 ? 1 : 0);
            sentences.add(p < DOUBT ? messages.doubted(share) : messages.fits(share));
        });
        if (finding.fitting() instanceof Fitting.Fitted fitted && !fitted.isClear()) {
            sentences.add(messages.unclear());
        }
        return String.join(" ", sentences);
    }

    /** Nothing follows from a law that is in doubt. */
    private String ageing(Finding between) {
        return isDoubted(between) ? messages.ageInDoubt() : agingOfLaw(between);
    }

    static boolean isDoubted(Finding finding) {
        return finding.goodness().filter(good -> good.pValue() < DOUBT).isPresent();
    }

    private String agingOfLaw(Finding between) {
        return Ageing.of(between.fitting())
                .flatMap(ageing -> Ageing.shape(between.fitting()).map(shape -> {
                    String value = plain(shape.estimate());
                    String lower = plain(shape.lower());
                    String upper = plain(shape.upper());
                    return switch (ageing) {
                        case WITH_AGE -> messages.withAge(value, lower, upper);
                        case WITH_YOUTH -> messages.withYouth(value, lower, upper);
                        case AT_ANY_AGE -> messages.atAnyAge(value, lower, upper);
                    };
                }))
                .orElse("");
    }

    private List<String> ticks(double hours) {
        return Stream.iterate(0, index -> index <= TICKS, index -> index + 1)
                .map(index -> index == 0 ? "0" : time(hours * index / TICKS))
                .toList();
    }

    private String times(Interval interval) {
        return times(interval.lower(), interval.upper());
    }

    private String times(double lower, double upper) {
        if (!isSayable(lower)) {
            return messages.unknown();
        }
        return isSayable(upper) ? messages.interval(time(lower), time(upper)) : messages.orMore(time(lower));
    }

    private String plains(Interval interval) {
        return Double.isFinite(interval.upper())
                ? messages.interval(plain(interval.lower()), plain(interval.upper()))
                : messages.orMore(plain(interval.lower()));
    }

    private static boolean isSayable(double hours) {
        return hours <= LONGEST_HOURS;
    }

    private String time(double hours) {
        return figures.duration(Duration.ofMillis(Math.round(Math.min(hours, LONGEST_HOURS) * MILLIS)));
    }

    private String plain(double number) {
        return figures.number(number, 2);
    }
}
