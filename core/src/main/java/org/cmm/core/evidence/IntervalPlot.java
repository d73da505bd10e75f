package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.simulation.Measure;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;

/** One measure of some policies: a dot at the estimate, a line as long as its interval. */
record IntervalPlot(String title, List<Row> rows, boolean zero) {

    private static final int WIDTH = 720;
    private static final int LEFT = 190;
    private static final int RIGHT = 690;
    private static final int ROW = 34;
    private static final String INK = "#1d6b63";
    private static final String HAIR = "#d5dadd";

    record Row(String name, Estimate estimate) {}

    IntervalPlot {
        rows = List.copyOf(rows);
    }

    static IntervalPlot of(Findings findings, Measure measure, String title) {
        List<Row> rows = new ArrayList<>();
        for (OfPolicy policy : findings.policies()) {
            if (policy.of(measure) instanceof Ratio.Known(Estimate estimate)) {
                rows.add(new Row(policy.name(), estimate));
            }
        }
        return new IntervalPlot(title, rows, false);
    }

    /** From the first policy; a line marks no difference. */
    static IntervalPlot ofDifferences(Findings findings, Measure measure, String title) {
        List<Row> rows = new ArrayList<>();
        for (OfPolicy policy : findings.policies()) {
            Optional<Findings.Difference> difference = policy.difference(measure);
            difference.ifPresent(known -> rows.add(new Row(policy.name(), known.estimate())));
        }
        return new IntervalPlot(title, rows, true);
    }

    String svg() {
        int height = 60 + ROW * rows.size() + 30;
        Svg svg = new Svg(WIDTH, height, title);
        svg.text(10, 24, Svg.Anchor.START, title);
        List<Row> bounded = rows.stream()
                .filter(row -> Double.isFinite(row.estimate().halfWidth()))
                .toList();
        if (bounded.isEmpty()) {
            svg.text(10, 50, Svg.Anchor.START, "not enough replications for an interval");
            return svg.written();
        }
        Scale scale = scale(bounded);
        int bottom = 50 + ROW * rows.size();
        for (double tick : scale.ticks()) {
            svg.line(scale.at(tick), 40, scale.at(tick), bottom, HAIR);
            svg.text(scale.at(tick), bottom + 18, Svg.Anchor.MIDDLE, Figures.label(tick));
        }
        if (zero) {
            svg.line(scale.at(0), 36, scale.at(0), bottom + 4, "#000");
        }
        for (int index = 0; index < bounded.size(); index++) {
            draw(bounded.get(index), 60 + ROW * index, scale, svg);
        }
        return svg.written();
    }

    private Scale scale(List<Row> bounded) {
        double least = bounded.stream()
                .mapToDouble(row -> row.estimate().lower())
                .min()
                .orElse(0);
        double most = bounded.stream()
                .mapToDouble(row -> row.estimate().upper())
                .max()
                .orElse(1);
        return Scale.around(zero ? Math.min(0, least) : least, zero ? Math.max(0, most) : most, LEFT, RIGHT);
    }

    private static void draw(Row row, double y, Scale scale, Svg svg) {
        Estimate estimate = row.estimate();
        double from = scale.at(estimate.lower());
        double to = scale.at(estimate.upper());
        svg.text(LEFT - 14, y + 4, Svg.Anchor.END, row.name());
        svg.line(from, y, to, y, INK);
        svg.line(from, y - 5, from, y + 5, INK);
        svg.line(to, y - 5, to, y + 5, INK);
        svg.circle(scale.at(estimate.mean()), y, 4, INK);
    }
}
