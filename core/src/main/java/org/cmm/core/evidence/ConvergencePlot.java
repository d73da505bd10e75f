package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Measure;
import org.cmm.core.simulation.Replication;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;

/** How each policy's downtime settles while replications are added: the mean so far, and its interval as a band. */
record ConvergencePlot(List<String> names, List<List<Step>> curves) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int STEPS = 60;
    private static final int FEWEST = 3;
    private static final List<String> COLOURS =
            List.of("#4477aa", "#ee6677", "#228833", "#aa3377", "#ddaa33", "#66ccee", "#777777");

    record Step(int replications, Estimate estimate) {}

    static ConvergencePlot of(Scenario scenario, List<Replication> replications, double level) {
        List<List<Step>> curves = new ArrayList<>();
        scenario.policies().forEach(policy -> curves.add(new ArrayList<>()));
        for (int step = 1; step <= STEPS; step++) {
            int count = (int) ((long) replications.size() * step / STEPS);
            boolean again = count == (long) replications.size() * (step - 1) / STEPS;
            if (count >= FEWEST && !again) {
                add(Findings.of(scenario, replications.subList(0, count), level), curves);
            }
        }
        return new ConvergencePlot(
                scenario.policies().stream().map(policy -> policy.name()).toList(), curves);
    }

    private static void add(Findings findings, List<List<Step>> curves) {
        for (int policy = 0; policy < curves.size(); policy++) {
            if (findings.policies().get(policy).of(Measure.DOWNTIME) instanceof Ratio.Known(Estimate estimate)) {
                curves.get(policy).add(new Step(findings.replications(), estimate));
            }
        }
    }

    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, "convergence");
        svg.text(10, 24, Svg.Anchor.START, "downtime, hours of a machine and year, by number of replications");
        List<Step> all = curves.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            svg.text(10, 50, Svg.Anchor.START, "not enough replications");
            return svg.written();
        }
        double least =
                all.stream().mapToDouble(step -> step.estimate().lower()).min().orElse(0);
        double most =
                all.stream().mapToDouble(step -> step.estimate().upper()).max().orElse(1);
        Scale y = Scale.around(least, most, HEIGHT - 50.0, 40);
        Scale x = new Scale(0, all.stream().mapToInt(Step::replications).max().orElse(1), 70, 560);
        for (double tick : y.ticks()) {
            svg.line(70, y.at(tick), 560, y.at(tick), "#d5dadd");
            svg.text(62, y.at(tick) + 4, Svg.Anchor.END, Figures.label(tick));
        }
        for (double tick : x.ticks()) {
            svg.text(x.at(tick), HEIGHT - 30, Svg.Anchor.MIDDLE, Figures.label(tick));
        }
        for (int curve = 0; curve < curves.size(); curve++) {
            draw(curves.get(curve), COLOURS.get(curve % COLOURS.size()), x, y, svg);
            svg.rect(576, 40 + 22.0 * curve, 12, 12, COLOURS.get(curve % COLOURS.size()));
            svg.text(594, 50 + 22.0 * curve, Svg.Anchor.START, names.get(curve));
        }
        return svg.written();
    }

    private static void draw(List<Step> curve, String colour, Scale x, Scale y, Svg svg) {
        StringBuilder mean = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (Step step : curve) {
            double at = x.at(step.replications());
            mean.append(Svg.point(at, y.at(step.estimate().mean())));
            upper.append(Svg.point(at, y.at(step.estimate().upper())));
            lower.insert(0, Svg.point(at, y.at(step.estimate().lower())));
        }
        svg.polygon(upper.append(lower).toString().strip(), colour);
        svg.polyline(mean.toString().strip(), colour);
    }
}
