package org.cmm.core.evidence;

import java.util.List;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.simulation.Measure;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;

/** What downtime is made of under each policy, with the interval of the whole. */
record StackPlot(Findings findings, List<Measure> causes) {

    private static final int WIDTH = 720;
    private static final int LEFT = 190;
    private static final int RIGHT = 640;
    private static final int ROW = 44;

    /** Told apart by those who see few colours (P. Tol, Colour schemes, 2021). */
    private static final List<String> COLOURS = List.of(
            "#7b6fa6", "#bbbbbb", "#777777", "#cc6677", "#ddaa33", "#4477aa", "#66ccee", "#ee6677", "#228833",
            "#aa3377", "#999933");

    String svg() {
        List<OfPolicy> policies = findings.policies();
        int legend = 60 + ROW * policies.size();
        List<Measure> shown = causes.stream()
                .filter(cause -> policies.stream().anyMatch(policy -> mean(policy, cause) > 0))
                .toList();
        Svg svg = new Svg(WIDTH, legend + 22 * (shown.size() / 3 + 1) + 16, "downtime by cause");
        svg.text(10, 24, Svg.Anchor.START, "downtime by cause, hours of a machine and year");
        double most = policies.stream().mapToDouble(StackPlot::top).max().orElse(0);
        Scale scale = new Scale(0, most > 0 ? most : 1, LEFT, RIGHT);
        for (int index = 0; index < policies.size(); index++) {
            draw(policies.get(index), 44 + ROW * index, scale, svg);
        }
        for (int index = 0; index < shown.size(); index++) {
            double x = 20 + 230 * (index % 3);
            double y = legend + 22 * (index / 3);
            svg.rect(x, y, 12, 12, colour(shown.get(index)));
            svg.text(x + 18, y + 10, Svg.Anchor.START, Tables.name(shown.get(index)));
        }
        return svg.written();
    }

    private static double top(OfPolicy policy) {
        return policy.of(Measure.DOWNTIME) instanceof Ratio.Known(Estimate whole) && Double.isFinite(whole.halfWidth())
                ? whole.upper()
                : mean(policy, Measure.DOWNTIME);
    }

    private void draw(OfPolicy policy, double y, Scale scale, Svg svg) {
        svg.text(LEFT - 14, y + 16, Svg.Anchor.END, policy.name());
        double from = 0;
        for (Measure cause : causes) {
            double hours = mean(policy, cause);
            if (hours > 0) {
                svg.rect(scale.at(from), y, scale.at(from + hours) - scale.at(from), 24, colour(cause));
                from += hours;
            }
        }
        if (policy.of(Measure.DOWNTIME) instanceof Ratio.Known(Estimate whole) && Double.isFinite(whole.halfWidth())) {
            svg.line(scale.at(Math.max(0, whole.lower())), y + 12, scale.at(whole.upper()), y + 12, "#000");
            svg.text(scale.at(whole.upper()) + 6, y + 16, Svg.Anchor.START, Figures.label(whole.mean()));
        }
    }

    private String colour(Measure cause) {
        return COLOURS.get(causes.indexOf(cause) % COLOURS.size());
    }

    private static double mean(OfPolicy policy, Measure measure) {
        return policy.of(measure) instanceof Ratio.Known(Estimate estimate) ? estimate.mean() : 0;
    }
}
