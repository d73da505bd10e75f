package org.cmm.server.simulation;

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
    static final int USUAL_REPLICATIONS = 40;

    static final int MOST_VALUES = 60;
    static final double MOST_TIMES = 10;

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
        return times > 1 && times <= MOST_TIMES
                ? new Asked.Sound(base, Study.tornado(base, times))
                : new Asked.Faulty(Fault.FACTOR);
    }
}
