package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cmm.core.scenario.Policy;
import org.cmm.core.statistics.Estimate;
import org.cmm.server.platform.Figures;
import org.cmm.server.simulation.Studies.Point;
import org.cmm.server.simulation.Studies.Stored;
import org.cmm.server.simulation.Study.Axis;
import org.cmm.server.simulation.StudyBoard.Bar;
import org.cmm.server.simulation.StudyBoard.Cell;
import org.cmm.server.simulation.StudyBoard.Line;
import org.cmm.server.simulation.StudyBoard.Table;
import org.cmm.server.simulation.StudyBoard.Tornado;
import org.cmm.server.simulation.StudyNumbers.OfPoint;

/** What the points of a study tell, as tables of a sweep and bars of a tornado. */
record StudyCards(
        Stored stored,
        List<Point> points,
        List<OfPoint> found,
        ExperimentWords words,
        StudyMessages messages,
        ParameterNames names) {

    private static final double BAR = 1000;
    private static final int LONGEST_BARS = 16;

    private String policy(int policy) {
        return words.names().shown(policies().get(policy).name());
    }

    private List<Policy> policies() {
        return stored.file().scenario().policies();
    }

    private String label(Axis axis) {
        return Parameters.of(FileWriter.write(stored.file())).stream()
                .filter(parameter -> parameter.path().equals(axis.path()))
                .findFirst()
                .map(parameter -> StudyBoard.label(parameter, words, names))
                .orElse(axis.path());
    }

    List<Table> tables() {
        List<Axis> axes = stored.study().axes();
        if (axes.size() == 1) {
            return List.of(alone(axes.getFirst()));
        }
        List<Table> tables = new ArrayList<>();
        for (int policy = 1; policy < policies().size(); policy++) {
            tables.add(together(axes.getFirst(), axes.getLast(), policy));
        }
        return tables;
    }

    private Table alone(Axis axis) {
        List<Line> lines = new ArrayList<>();
        for (int value = 0; value < axis.values().size() && value < found.size(); value++) {
            List<Cell> cells = new ArrayList<>();
            for (int policy = 0; policy < policies().size(); policy++) {
                cells.add(hours(value, policy));
            }
            lines.add(new Line(axis.values().get(value), cells));
        }
        List<String> heads = new ArrayList<>();
        for (int policy = 0; policy < policies().size(); policy++) {
            heads.add(policy(policy));
        }
        return new Table(messages.hoursDown(), label(axis), heads, lines);
    }

    private Cell hours(int point, int policy) {
        OfPoint numbers = found.get(point);
        if (numbers.hours().isEmpty()) {
            return new Cell("–", false, points.get(point).experiment());
        }
        Estimate hours = numbers.hours().get(policy);
        return new Cell(
                "%s ± %s".formatted(words.hours(hours.mean()), half(hours)),
                policy > 0 && numbers.saved().get(policy).excludesZero(),
                points.get(point).experiment());
    }

    private String half(Estimate estimate) {
        return Double.isFinite(estimate.halfWidth()) ? words.hours(estimate.halfWidth()) : "∞";
    }

    private Table together(Axis down, Axis across, int policy) {
        List<Line> lines = new ArrayList<>();
        int width = across.values().size();
        for (int row = 0; row < down.values().size(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < width && row * width + column < found.size(); column++) {
                cells.add(saved(row * width + column, policy));
            }
            lines.add(new Line(down.values().get(row), cells));
        }
        return new Table(
                messages.saved(policy(policy), policy(0)),
                label(down) + " ↓  " + label(across) + " →",
                across.values(),
                lines);
    }

    private Cell saved(int point, int policy) {
        OfPoint numbers = found.get(point);
        if (numbers.saved().isEmpty()) {
            return new Cell("–", false, points.get(point).experiment());
        }
        Estimate saved = numbers.saved().get(policy);
        return new Cell(
                "%s ± %s".formatted(words.hours(saved.mean()), half(saved)),
                saved.excludesZero(),
                points.get(point).experiment());
    }

    List<Tornado> tornados() {
        List<Tornado> all = new ArrayList<>();
        if (found.isEmpty() || found.getFirst().saved().isEmpty()) {
            return all;
        }
        for (int policy = 1; policy < policies().size(); policy++) {
            all.add(tornado(policy));
        }
        return all;
    }

    private record Span(String label, double low, double high, double middle, String lowValue, String highValue) {
        double least() {
            return Math.min(Math.min(low, high), middle);
        }

        double length() {
            return Math.max(Math.max(low, high), middle) - least();
        }
    }

    private Tornado tornado(int policy) {
        double middle = found.getFirst().saved().get(policy).mean();
        List<Span> spans = new ArrayList<>();
        for (int axis = 0; axis < stored.study().axes().size(); axis++) {
            int point = 1 + 2 * axis;
            if (point + 1 < found.size()
                    && !found.get(point).saved().isEmpty()
                    && !found.get(point + 1).saved().isEmpty()) {
                Axis of = stored.study().axes().get(axis);
                spans.add(new Span(
                        label(of),
                        found.get(point).saved().get(policy).mean(),
                        found.get(point + 1).saved().get(policy).mean(),
                        middle,
                        of.values().getFirst(),
                        of.values().getLast()));
            }
        }
        spans.sort(Comparator.comparingDouble(Span::length).reversed());
        double left = spans.stream().mapToDouble(Span::least).min().orElse(middle);
        double right = spans.stream()
                .mapToDouble(span -> Math.max(span.low(), span.high()))
                .max()
                .orElse(middle);
        double from = Math.min(left, middle);
        double scale = Math.max(right, middle) > from ? BAR / (Math.max(right, middle) - from) : 0;
        return new Tornado(
                messages.saved(policy(policy), policy(0)),
                messages.asItIs(words.hours(middle)),
                Figures.coordinate((middle - from) * scale),
                spans.stream()
                        .filter(span -> span.length() > 0)
                        .limit(LONGEST_BARS)
                        .map(span -> bar(span, from, scale))
                        .toList());
    }

    private Bar bar(Span span, double from, double scale) {
        return new Bar(
                span.label(),
                Figures.coordinate((span.least() - from) * scale),
                Figures.coordinate(Math.max(2, span.length() * scale)),
                span.lowValue() + ": " + words.hours(span.low()),
                span.highValue() + ": " + words.hours(span.high()),
                messages.span(words.hours(span.low()), words.hours(span.high())));
    }
}
