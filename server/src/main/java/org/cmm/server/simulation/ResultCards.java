package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Findings.Difference;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.simulation.Judgement;
import org.cmm.core.simulation.Measure;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;
import org.cmm.server.platform.Figures;
import org.cmm.server.simulation.ExperimentWords.Said;
import org.cmm.server.simulation.FoundResults.Results;

/** Puts what an experiment tells on cards: sentences, tables and bars. */
final class ResultCards {

    /** Bars are drawn on a scale of so many units; a little room is left for whiskers. */
    private static final double BAR = 1000;

    private final Results results;
    private final Findings findings;
    private final ExperimentWords words;

    ResultCards(Results results, ExperimentWords words) {
        this.results = results;
        this.findings = results.findings();
        this.words = words;
    }

    /**
     * @param first the policy that the others are compared with
     * @param count of replications
     */
    record Result(
            String first,
            String count,
            List<Said> said,
            List<Row> rows,
            List<Bar> bars,
            List<Piece> legend,
            List<Card> alerts,
            List<Line> work,
            Convergence.Chart settling) {}

    record Row(
            String policy,
            String availability,
            String interval,
            String hours,
            String cost,
            String against,
            boolean real) {}

    /** @param kind names its colour */
    record Piece(String kind, String name, String x, String width, String hours) {}

    /** @param lower where the whisker begins, and {@code upper} where it ends */
    record Bar(String policy, List<Piece> pieces, String lower, String upper, String hours) {}

    record Figure(String label, String value, String hint) {}

    record Card(String policy, List<Figure> figures) {}

    record Line(String policy, List<String> cells) {}

    Result result() {
        List<String> names = findings.policies().stream()
                .map(policy -> words.names().shown(policy.name()))
                .toList();
        List<Said> said = new ArrayList<>();
        for (int policy = 1; policy < findings.policies().size(); policy++) {
            said.add(words.said(Judgement.of(results.file().scenario(), findings, policy), findings, policy));
        }
        return new Result(
                names.getFirst(),
                words.figures().count(findings.replications()),
                said,
                findings.policies().stream().map(this::row).toList(),
                bars(),
                legend(),
                findings.policies().stream().map(this::alerts).toList(),
                findings.policies().stream().map(this::work).toList(),
                Convergence.of(results.replications(), names, words));
    }

    private Row row(OfPolicy policy) {
        Ratio availability = policy.of(Measure.AVAILABILITY);
        Optional<Difference> difference = policy.difference(Measure.AVAILABILITY);
        boolean real = difference.filter(Difference::isReal).isPresent();
        return new Row(
                words.names().shown(policy.name()),
                words.mean(availability, this::points),
                words.interval(availability, this::points),
                words.mean(policy.of(Measure.DOWNTIME), words::hours),
                words.mean(policy.of(Measure.COST), words::money),
                difference.map(known -> against(known, real)).orElse("–"),
                real);
    }

    private String against(Difference difference, boolean real) {
        if (!real) {
            return words.messages().noDifference();
        }
        Estimate estimate = difference.estimate();
        String sign = estimate.mean() > 0 ? "+" : "";
        return "%s%s (%s – %s)"
                .formatted(sign, points(estimate.mean()), points(estimate.lower()), points(estimate.upper()));
    }

    /** A share as percent without its sign, with the digits that matter near 100. */
    private String points(double share) {
        return words.figures().number(share * 100, 2);
    }

    private List<Bar> bars() {
        double longest = findings.policies().stream()
                .mapToDouble(policy -> upper(policy.of(Measure.DOWNTIME)))
                .max()
                .orElse(1);
        double scale = longest > 0 ? BAR / longest : 0;
        return findings.policies().stream().map(policy -> bar(policy, scale)).toList();
    }

    private static double upper(Ratio ratio) {
        return ratio instanceof Ratio.Known(Estimate estimate) && Double.isFinite(estimate.upper())
                ? estimate.upper()
                : 0;
    }

    private Bar bar(OfPolicy policy, double scale) {
        List<Piece> pieces = new ArrayList<>();
        double x = 0;
        for (Measure cause : Measure.CAUSES) {
            double hours = ExperimentWords.known(policy, cause);
            double width = hours * scale;
            if (width > 0) {
                pieces.add(piece(cause, x, width, hours));
            }
            x += width;
        }
        Ratio whole = policy.of(Measure.DOWNTIME);
        double lower = whole instanceof Ratio.Known(Estimate estimate) && Double.isFinite(estimate.lower())
                ? Math.max(0, estimate.lower())
                : 0;
        return new Bar(
                words.names().shown(policy.name()),
                pieces,
                Figures.coordinate(lower * scale),
                Figures.coordinate(upper(whole) * scale),
                words.mean(whole, words::hours));
    }

    private Piece piece(Measure cause, double x, double width, double hours) {
        return new Piece(
                kind(cause),
                words.cause(cause).orElse(""),
                Figures.coordinate(x),
                Figures.coordinate(width),
                words.hours(hours));
    }

    private static String kind(Measure cause) {
        return cause.name().toLowerCase(java.util.Locale.ROOT).replace("_downtime", "");
    }

    private List<Piece> legend() {
        return Measure.CAUSES.stream()
                .filter(cause ->
                        findings.policies().stream().anyMatch(policy -> ExperimentWords.known(policy, cause) > 0))
                .map(cause -> piece(cause, 0, 0, 0))
                .toList();
    }

    private Card alerts(OfPolicy policy) {
        ExperimentMessages messages = words.messages();
        List<Figure> figures = new ArrayList<>();
        if (ExperimentWords.known(policy, Measure.ALERTS) > 0) {
            figures.add(figure(messages.alertsWeekly(), policy.of(Measure.ALERTS), value -> words.figures()
                    .number(value, 3)));
            figures.add(figure(messages.falseAlerts(), policy.of(Measure.FALSE_SHARE), words::percent));
            figures.add(figure(messages.warning(), policy.of(Measure.WARNING), words::time));
        }
        figures.add(figure(messages.prevented(), policy.of(Measure.PREVENTED_SHARE), words::percent));
        figures.add(figure(messages.timeToNotice(), policy.of(Measure.TIME_TO_NOTICE), words::time));
        figures.add(figure(messages.timeToRepair(), policy.of(Measure.TIME_TO_REPAIR), words::time));
        policy.differences().stream()
                .filter(difference -> difference.measure() == Measure.DOWNTIME)
                .map(difference -> difference.won().value())
                .filter(ratio -> Double.isFinite(ratio) && ratio > 0)
                .forEach(ratio -> figures.add(new Figure(
                        messages.commonNumbers(),
                        messages.variance(words.figures().number(ratio, ratio >= 10 ? 0 : 1)),
                        messages.varianceHint())));
        return new Card(words.names().shown(policy.name()), figures);
    }

    private Figure figure(String label, Ratio ratio, java.util.function.DoubleFunction<String> number) {
        String interval = words.interval(ratio, number);
        return new Figure(label, words.mean(ratio, number), interval.equals("–") ? "" : interval);
    }

    private Line work(OfPolicy policy) {
        List<String> cells = new ArrayList<>();
        cells.add(
                words.mean(policy.of(Measure.FAILURES), value -> words.figures().number(value, 2)));
        for (Measure measure : List.of(Measure.WORK_HOURS, Measure.VISITS, Measure.SPARES)) {
            cells.add(words.mean(policy.of(measure), words::hours));
        }
        for (Measure measure :
                List.of(Measure.PARTS_COST, Measure.WORK_COST, Measure.DOWNTIME_COST, Measure.POLICY_COST)) {
            cells.add(words.mean(policy.of(measure), words::money));
        }
        return new Line(words.names().shown(policy.name()), cells);
    }
}
