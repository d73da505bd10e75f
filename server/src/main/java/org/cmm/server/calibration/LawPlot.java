package org.cmm.server.calibration;

import java.util.Optional;
import org.cmm.core.calibration.Finding;
import org.cmm.core.random.Law;
import org.cmm.core.statistics.KaplanMeier;
import org.cmm.core.statistics.Lifetime;
import org.cmm.server.platform.Figures;

/**
 * The share that lasts longer than a time, {@value #WIDTH} units wide and {@value #HEIGHT} high.
 *
 * @param steps a polyline, as the records say it without any law
 * @param band around them, a polygon
 * @param curve a polyline, as the law says it; empty without one
 * @param hours at the right edge
 */
record LawPlot(String steps, String band, String curve, double hours) {

    static final int WIDTH = 600;
    static final int HEIGHT = 150;
    private static final int POINTS = 120;

    /** Nothing where nothing ended. */
    static Optional<LawPlot> of(Finding finding, Optional<Law> law) {
        KaplanMeier curve = KaplanMeier.of(finding.lifetimes(), Finding.LEVEL);
        if (curve.steps().isEmpty()) {
            return Optional.empty();
        }
        double longest =
                finding.lifetimes().stream().mapToDouble(Lifetime::until).max().orElse(1);
        return Optional.of(new LawPlot(
                steps(curve, longest),
                band(curve, longest),
                law.map(known -> curve(known, finding, longest)).orElse(""),
                longest));
    }

    private static String steps(KaplanMeier curve, double longest) {
        StringBuilder line = new StringBuilder();
        double before = 1;
        point(line, 0, 1);
        for (KaplanMeier.Step step : curve.steps()) {
            double x = step.age() / longest;
            point(line, x, before);
            point(line, x, step.survival());
            before = step.survival();
        }
        point(line, 1, before);
        return line.toString().strip();
    }

    /** Up along the upper ends and back along the lower ones. */
    private static String band(KaplanMeier curve, double longest) {
        StringBuilder line = new StringBuilder();
        double upper = 1;
        for (KaplanMeier.Step step : curve.steps()) {
            double x = step.age() / longest;
            point(line, x, upper);
            point(line, x, step.upper());
            upper = step.upper();
        }
        point(line, 1, upper);
        point(line, 1, curve.steps().getLast().lower());
        for (int index = curve.steps().size() - 1; index >= 0; index--) {
            double x = curve.steps().get(index).age() / longest;
            point(line, x, curve.steps().get(index).lower());
            point(line, x, index == 0 ? 1 : curve.steps().get(index - 1).lower());
        }
        return line.toString().strip();
    }

    /** Nobody knows what lasted less than until the first was watched. */
    private static String curve(Law law, Finding finding, double longest) {
        double first =
                finding.lifetimes().stream().mapToDouble(Lifetime::from).min().orElse(0);
        double unseen = law.survival(first);
        StringBuilder line = new StringBuilder();
        for (int index = 0; index <= POINTS; index++) {
            double x = (double) index / POINTS;
            point(line, x, Math.min(1, law.survival(x * longest) / unseen));
        }
        return line.toString().strip();
    }

    private static void point(StringBuilder line, double x, double share) {
        line.append(Figures.coordinate(x * WIDTH))
                .append(',')
                .append(Figures.coordinate((1 - share) * HEIGHT))
                .append(' ');
    }
}
