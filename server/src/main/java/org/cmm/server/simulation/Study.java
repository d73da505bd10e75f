package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.server.simulation.Parameters.Parameter;

/**
 * One experiment with other values of some parameters. A sweep runs every combination of its axes' values, a tornado
 * each parameter lower and higher by itself, after the experiment as it is.
 *
 * @param axes one or two of a sweep; any number of a tornado, each with a lower and a higher value
 */
record Study(Kind kind, List<Axis> axes) {

    enum Kind {
        SWEEP,
        TORNADO
    }

    /**
     * @param path of the parameter in the file
     * @param values as they are written on a line; one that begins with × is so many times the value in the file
     */
    record Axis(String path, List<String> values) {
        Axis {
            values = List.copyOf(values);
        }
    }

    Study {
        axes = List.copyOf(axes);
    }

    /**
     * Of every parameter that may matter for hours down and can be made smaller and larger.
     *
     * @param times above 1
     */
    static Study tornado(ExperimentFile base, double times) {
        List<String> values =
                List.of("× " + Numbers.text(Math.round(1000 / times) / 1000.0), "× " + Numbers.text(times));
        List<Axis> axes = Parameters.of(FileWriter.write(base)).stream()
                .filter(Study::mattersForHours)
                .map(parameter -> new Axis(parameter.path(), values))
                .filter(axis -> makesSense(axis, base))
                .limit((Studies.MOST_POINTS - 1) / 2)
                .toList();
        return new Study(Kind.TORNADO, axes);
    }

    /** Some cannot be smaller or larger, such as a share of 1. */
    private static boolean makesSense(Axis axis, ExperimentFile base) {
        return new Study(Kind.TORNADO, List.of(axis)).points(base) instanceof Points.Sound;
    }

    /** Money moves no machine; how many there are and what a metric can be is known. */
    private static boolean mattersForHours(Parameter parameter) {
        String path = parameter.item().path();
        return !path.endsWith("-xaf")
                && !path.equals("count")
                && !path.equals("warning.sign.usual")
                && !path.equals("warning.sign.at-failure")
                && !path.startsWith("monitoring.load");
    }

    /** The files of all points, in their order; or what is wrong with them. */
    sealed interface Points {

        record Sound(List<ExperimentFile> files) implements Points {}

        /** @param value the one that makes no sense */
        record Faulty(String value, List<FileFault> faults) implements Points {}
    }

    Points points(ExperimentFile base) {
        List<List<String>> points = combinations();
        List<ExperimentFile> files = new ArrayList<>();
        for (List<String> values : points) {
            ObjectNode root = FileWriter.write(base);
            root.remove("sources");
            List<Parameter> parameters = Parameters.of(root);
            for (int axis = 0; axis < axes.size(); axis++) {
                apply(root, parameters, axes.get(axis), values.get(axis));
            }
            switch (FileReader.read(root, new Faults())) {
                case ExperimentFile.Read.Sound(var file) -> files.add(file);
                case ExperimentFile.Read.Faulty(var faults) -> {
                    return new Points.Faulty(String.join(", ", values), faults);
                }
            }
        }
        return new Points.Sound(files);
    }

    /** For each point a value of each axis; empty for the one in the file. */
    List<List<String>> combinations() {
        return kind == Kind.SWEEP ? product() : oneByOne();
    }

    private List<List<String>> product() {
        List<List<String>> all = List.of(List.of());
        for (Axis axis : axes) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> head : all) {
                for (String value : axis.values()) {
                    List<String> point = new ArrayList<>(head);
                    point.add(value);
                    longer.add(point);
                }
            }
            all = longer;
        }
        return all;
    }

    private List<List<String>> oneByOne() {
        List<List<String>> all = new ArrayList<>();
        all.add(axes.stream().map(_ -> "").toList());
        for (int axis = 0; axis < axes.size(); axis++) {
            for (String value : axes.get(axis).values()) {
                List<String> point = new ArrayList<>(all.getFirst());
                point.set(axis, value);
                all.add(point);
            }
        }
        return all;
    }

    private static void apply(ObjectNode root, List<Parameter> parameters, Axis axis, String value) {
        Optional<Parameter> parameter = parameters.stream()
                .filter(known -> known.path().equals(axis.path()))
                .findFirst();
        if (value.isEmpty() || parameter.isEmpty()) {
            return;
        }
        Optional<JsonNode> present = parameter.get().in(root);
        JsonNode next = factor(value)
                .flatMap(times -> present.flatMap(
                        old -> ScaledValue.of(old, parameter.get().item().kind(), times)))
                .orElseGet(() -> LineText.read(value, parameter.get().item().kind()));
        parameter.get().set(root, next);
    }

    /** Of {@code × 1.5}. */
    static Optional<Double> factor(String value) {
        if (!value.matches("[×x*]\\s*[0-9]{1,6}([.,][0-9]{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(value.substring(1).strip().replace(',', '.')))
                .filter(times -> times > 0);
    }

    String axesText() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Axis axis : axes) {
            ArrayNode values = all.addObject().put("path", axis.path()).putArray("values");
            axis.values().forEach(values::add);
        }
        return all.toString();
    }

    static List<Axis> axes(String text) {
        List<Axis> axes = new ArrayList<>();
        FileReader.tree(text, new Faults())
                .ifPresent(all -> all.forEach(axis -> {
                    List<String> values = new ArrayList<>();
                    axis.path("values").forEach(value -> values.add(value.asText()));
                    axes.add(new Axis(axis.path("path").asText(), values));
                }));
        return axes;
    }
}
