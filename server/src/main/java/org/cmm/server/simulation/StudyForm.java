package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cmm.server.simulation.Parameters.Parameter;
import org.cmm.server.simulation.Study.Axis;

/** What somebody wants to know of an experiment, as the form has it. */
class StudyForm {

    /** Each point is a whole experiment. */
    private static final int USUAL_REPLICATIONS = 40;

    private static final int MOST_VALUES = 60;

    @FormParam("kind")
    @DefaultValue("sweep")
    public String kind = "sweep";

    @FormParam("first")
    @DefaultValue("")
    public String first = "";

    @FormParam("first-values")
    @DefaultValue("")
    public String firstValues = "";

    @FormParam("second")
    @DefaultValue("")
    public String second = "";

    @FormParam("second-values")
    @DefaultValue("")
    public String secondValues = "";

    @FormParam("factor")
    @DefaultValue("1.5")
    public String factor = "1.5";

    @FormParam("replications")
    @DefaultValue("40")
    public String replications = Integer.toString(USUAL_REPLICATIONS);

    /** What came of reading it. */
    sealed interface Asked {

        record Sound(ExperimentFile base, Study study) implements Asked {}

        record Faulty(Fault fault) implements Asked {}
    }

    enum Fault {
        VALUES(StudyMessages::faultValues),
        FACTOR(StudyMessages::faultFactor);

        private final Function<StudyMessages, String> words;

        Fault(Function<StudyMessages, String> words) {
            this.words = words;
        }

        String in(StudyMessages messages) {
            return words.apply(messages);
        }
    }

    Asked read(ExperimentFile file) {
        ExperimentFile base = file.withReplications(count());
        return kind.equals("tornado") ? tornado(base) : sweep(base);
    }

    private int count() {
        return replications.matches("[0-9]{1,4}") ? Math.max(2, Integer.parseInt(replications)) : USUAL_REPLICATIONS;
    }

    private Asked sweep(ExperimentFile base) {
        List<String> known = Parameters.of(FileWriter.write(base)).stream()
                .map(Parameter::path)
                .toList();
        List<Axis> axes = new ArrayList<>();
        for (Map.Entry<String, String> axis : List.of(Map.entry(first, firstValues), Map.entry(second, secondValues))) {
            List<String> values = Arrays.stream(axis.getValue().split("\\|"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (axis.getKey().isEmpty()) {
                continue;
            }
            if (!known.contains(axis.getKey()) || values.size() < 2 || values.size() > MOST_VALUES) {
                return new Asked.Faulty(Fault.VALUES);
            }
            axes.add(new Axis(axis.getKey(), values));
        }
        return axes.isEmpty() || first.equals(second)
                ? new Asked.Faulty(Fault.VALUES)
                : new Asked.Sound(base, new Study(Study.Kind.SWEEP, axes));
    }

    private Asked tornado(ExperimentFile base) {
        double times = Study.factor("× " + factor.strip()).orElse(0.0);
        if (!(times > 1 && times <= 10)) {
            return new Asked.Faulty(Fault.FACTOR);
        }
        ObjectNode root = FileWriter.write(base);
        List<String> values =
                List.of("× " + Numbers.text(Math.round(1000 / times) / 1000.0), "× " + Numbers.text(times));
        List<Axis> axes = Parameters.of(root).stream()
                .filter(StudyForm::mattersForHours)
                .map(parameter -> new Axis(parameter.path(), values))
                .filter(axis -> makesSense(axis, base))
                .limit((Studies.MOST_POINTS - 1) / 2)
                .toList();
        return new Asked.Sound(base, new Study(Study.Kind.TORNADO, axes));
    }

    /** Some cannot be smaller or larger, such as a share of 1. */
    private static boolean makesSense(Axis axis, ExperimentFile base) {
        return new Study(Study.Kind.TORNADO, List.of(axis)).points(base) instanceof Study.Points.Sound;
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
}
