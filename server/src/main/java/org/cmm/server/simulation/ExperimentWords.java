package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Measure;
import org.cmm.core.simulation.Verdict;
import org.cmm.core.simulation.Verdict.Change;
import org.cmm.core.simulation.Verdict.Reason;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;
import org.cmm.server.simulation.StoredExperiment.State;

/** Experiments in the words of one language. */
record ExperimentWords(ExperimentMessages messages, VerdictMessages verdicts, PresetNames names, Figures figures) {

    private static final String NONE = "–";
    private static final int MOST_REASONS = 3;
    private static final double MILLION = 1e6;

    static ExperimentWords of(Language language, ZoneId zone) {
        Localized.Literal literal = Localized.Literal.of(language.code());
        return new ExperimentWords(
                MessageBundles.get(ExperimentMessages.class, literal),
                MessageBundles.get(VerdictMessages.class, literal),
                PresetNames.of(language),
                Figures.of(language.locale(), zone));
    }

    String state(State state) {
        return switch (state) {
            case WAITING -> messages.waiting();
            case RUNNING -> messages.running();
            case DONE -> messages.done();
            case CANCELLED -> messages.cancelled();
            case FAILED -> messages.failed();
        };
    }

    static String look(State state) {
        return switch (state) {
            case WAITING, CANCELLED -> "silent";
            case RUNNING -> "info";
            case DONE -> "ok";
            case FAILED -> "critical";
        };
    }

    /**
     * How many are done, of how many, and how long it may still take; what was enough before the most is just so many.
     */
    String progress(StoredExperiment experiment, Duration elapsed) {
        String done = figures.count(experiment.done());
        if (experiment.isOver()) {
            return messages.replications(done);
        }
        String progress = messages.progress(done, figures.count(experiment.most()));
        if (experiment.done() == 0) {
            return progress;
        }
        double each = (double) elapsed.toMillis() / experiment.done();
        Duration left = Duration.ofMillis((long) (each * (experiment.most() - experiment.done())));
        return progress + " · " + messages.timeLeft(figures.duration(left.plusMillis(999)));
    }

    /** Money as people compare it: in millions where it is that much. */
    String money(double xaf) {
        return Math.abs(xaf) >= MILLION
                ? figures.number(xaf / MILLION, Math.abs(xaf) >= 100 * MILLION ? 0 : 2) + " M"
                : figures.count(Math.round(xaf));
    }

    /** Hours with so many digits as help. */
    String hours(double hours) {
        return figures.number(hours, Math.abs(hours) >= 100 ? 0 : Math.abs(hours) >= 1 ? 1 : 2);
    }

    String time(double hours) {
        return figures.duration(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    String mean(Ratio ratio, java.util.function.DoubleFunction<String> number) {
        return switch (ratio) {
            case Ratio.Known(Estimate estimate) -> number.apply(estimate.mean());
            case Ratio.Unbounded(double value) -> "≈ " + number.apply(value);
            case Ratio.Undefined() -> NONE;
        };
    }

    String interval(Ratio ratio, java.util.function.DoubleFunction<String> number) {
        return ratio instanceof Ratio.Known(Estimate estimate) && Double.isFinite(estimate.halfWidth())
                ? number.apply(estimate.lower()) + " – " + number.apply(estimate.upper())
                : NONE;
    }

    /** What a policy is worth: bold first words, then how sure, then what it costs and why. */
    record Said(String policy, String headline, String detail, String cost, List<String> reasons, String look) {}

    Said said(Verdict verdict, Findings findings, int policy) {
        Findings.OfPolicy found = findings.policies().get(policy);
        Estimate hours = found.difference(Measure.DOWNTIME).orElseThrow().estimate();
        double before = known(findings.policies().getFirst(), Measure.DOWNTIME);
        double share = before == 0 ? 0 : Math.abs(hours.mean()) / before;
        String headline =
                switch (verdict.downtime()) {
                    case LESS -> verdicts.less(percent(share));
                    case MORE -> verdicts.more(percent(share));
                    case NO_REAL_DIFFERENCE -> verdicts.same();
                };
        return new Said(
                names.shown(found.name()),
                headline,
                detail(verdict.downtime(), hours),
                cost(verdict, found),
                verdict.reasons().stream().limit(MOST_REASONS).map(this::reason).toList(),
                verdict.downtime() == Change.LESS ? "ok" : verdict.downtime() == Change.MORE ? "warning" : "silent");
    }

    private String detail(Change change, Estimate hours) {
        return switch (change) {
            case LESS -> verdicts.hoursLess(hours(-hours.mean()), hours(-hours.upper()), hours(-hours.lower()));
            case MORE -> verdicts.hoursMore(hours(hours.mean()), hours(hours.lower()), hours(hours.upper()));
            case NO_REAL_DIFFERENCE ->
                hours.mean() == 0 && hours.halfWidth() == 0
                        ? verdicts.hoursEqual()
                        : verdicts.hoursSame(hours(hours.mean()), hours(hours.lower()), hours(hours.upper()));
        };
    }

    /** What an hour avoided costs is a question only where it costs anything. */
    private String cost(Verdict verdict, Findings.OfPolicy found) {
        Estimate money = found.difference(Measure.COST).orElseThrow().estimate();
        return switch (verdict.cost()) {
            case LESS -> verdicts.cheaper(money(-money.mean()), money(-money.upper()), money(-money.lower()));
            case MORE ->
                verdicts.dearer(money(money.mean()), money(money.lower()), money(money.upper()))
                        + (verdict.downtime() == Change.LESS ? " " + avoidedHour(found.avoidedHour()) : "");
            case NO_REAL_DIFFERENCE -> verdicts.asDear();
        };
    }

    private String avoidedHour(Ratio hour) {
        return verdicts.avoidedHour(mean(hour, this::money), interval(hour, this::money));
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case Reason.NoWear(List<String> parts, double share) ->
                verdicts.noWear(
                        parts.stream().map(names::shown).distinct().collect(Collectors.joining(", ")), percent(share));
            case Reason.Prevented(double share) -> verdicts.prevented(percent(share));
            case Reason.LooksTooRarely(String part, double warning, double every) ->
                verdicts.looksTooRarely(names.shown(part), time(warning), time(every));
            case Reason.NoticedSooner(double hours) -> verdicts.noticedSooner(time(hours));
            case Reason.Mains(double share) -> verdicts.mains(percent(share));
            case Reason.FalseAlarms(double share) -> verdicts.falseAlarms(percent(share));
            case Reason.PlannedWork(double hours) -> verdicts.plannedWork(hours(hours));
        };
    }

    String percent(double share) {
        return figures.percent(share, share < 0.1 ? 1 : 0);
    }

    static double known(Findings.OfPolicy policy, Measure measure) {
        return switch (policy.of(measure)) {
            case Ratio.Known(Estimate estimate) -> estimate.mean();
            case Ratio.Unbounded(double ratio) -> ratio;
            case Ratio.Undefined() -> 0;
        };
    }

    /** What machines are down for, in the order in which bars show it. */
    Optional<String> cause(Measure measure) {
        return Optional.ofNullable(
                switch (measure) {
                    case POWER_DOWNTIME -> verdicts.power();
                    case PLANNED_DOWNTIME -> verdicts.planned();
                    case UNNEEDED_DOWNTIME -> verdicts.unneeded();
                    case HARDWARE_DOWNTIME -> verdicts.hardware();
                    case STORAGE_DOWNTIME -> verdicts.storage();
                    case SOFTWARE_DOWNTIME -> verdicts.software();
                    case MEMORY_DOWNTIME -> verdicts.memory();
                    case HEAT_DOWNTIME -> verdicts.heat();
                    case BATTERY_DOWNTIME -> verdicts.battery();
                    case NETWORK_DOWNTIME -> verdicts.network();
                    case OTHER_DOWNTIME -> verdicts.other();
                    default -> null;
                });
    }
}
