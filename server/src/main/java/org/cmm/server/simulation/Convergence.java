package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Estimates;
import org.cmm.server.platform.Figures;

/** How the hours down of each policy settle as replications come in, as lines and bands of an SVG of 600 by 160. */
final class Convergence {

    static final int WIDTH = 600;
    static final int HEIGHT = 160;
    private static final int POINTS = 60;
    private static final double YEAR_HOURS = 365.25 * 24;

    /** Before, intervals are so wide that nothing else could be seen. */
    private static final int FIRST = 4;

    private Convergence() {}

    /**
     * @param place of the policy, from 0, for its colour
     * @param line points of a polyline
     * @param band points of a polygon
     */
    record Curve(int place, String name, String line, String band) {}

    /** @param top hours at the upper edge; the lower edge is {@code bottom} */
    record Chart(List<Curve> curves, String bottom, String top) {}

    static Chart of(List<Replication> replications, List<String> names, ExperimentWords words) {
        List<Integer> ends = ends(replications.size());
        List<List<Estimate>> all = new ArrayList<>();
        for (int policy = 0; policy < names.size(); policy++) {
            double[] hours = hours(replications, policy);
            all.add(ends.stream()
                    .map(end -> Estimates.mean(java.util.Arrays.copyOf(hours, end), ReplicationTarget.LEVEL))
                    .toList());
        }
        double low = all.stream()
                .flatMap(List::stream)
                .mapToDouble(Estimate::lower)
                .min()
                .orElse(0);
        double high = all.stream()
                .flatMap(List::stream)
                .mapToDouble(Estimate::upper)
                .max()
                .orElse(1);
        double bottom = Math.max(0, low);
        double top = high > bottom ? high : bottom + 1;
        List<Curve> curves = new ArrayList<>();
        for (int policy = 0; policy < names.size(); policy++) {
            curves.add(curve(policy, names.get(policy), all.get(policy), bottom, top));
        }
        return new Chart(curves, words.hours(bottom), words.hours(top));
    }

    private static List<Integer> ends(int count) {
        List<Integer> ends = new ArrayList<>();
        int first = Math.min(FIRST, count);
        for (int point = 0; point <= POINTS; point++) {
            int end = first + (int) Math.round((count - first) * (double) point / POINTS);
            if (ends.isEmpty() || end > ends.getLast()) {
                ends.add(end);
            }
        }
        return ends;
    }

    private static double[] hours(List<Replication> replications, int policy) {
        return replications.stream()
                .map(replication -> replication.policies().get(policy))
                .mapToDouble(totals -> YEAR_HOURS * (1 - totals.of(Sum.UP_HOURS) / totals.of(Sum.MACHINE_HOURS)))
                .toArray();
    }

    private static Curve curve(int place, String name, List<Estimate> estimates, double bottom, double top) {
        StringBuilder line = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int index = 0; index < estimates.size(); index++) {
            double x = estimates.size() == 1 ? WIDTH : (double) WIDTH * index / (estimates.size() - 1);
            Estimate estimate = estimates.get(index);
            line.append(point(x, estimate.mean(), bottom, top));
            upper.append(point(x, estimate.upper(), bottom, top));
            lower.insert(0, point(x, estimate.lower(), bottom, top));
        }
        return new Curve(
                place,
                name,
                line.toString().strip(),
                upper.append(lower).toString().strip());
    }

    private static String point(double x, double hours, double bottom, double top) {
        double y = HEIGHT * (1 - (Math.clamp(hours, bottom, top) - bottom) / (top - bottom));
        return Figures.coordinate(x) + "," + Figures.coordinate(y) + " ";
    }
}
