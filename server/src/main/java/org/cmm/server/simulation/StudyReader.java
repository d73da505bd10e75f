package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.cmm.server.simulation.Parameters.Parameter;
import org.cmm.server.simulation.Study.Axis;

/** Reads what a program wants to know of an experiment. */
final class StudyReader {

    private static final double USUAL_TIMES = 1.5;
    private static final int LONGEST = 200;
    private static final int MOST_REPLICATIONS = 100_000;

    private final IntFunction<Optional<ExperimentFile>> experiments;
    private final Faults faults = new Faults();
    private final List<FileFault> ofFile = new ArrayList<>();

    /** @param experiments their files by their numbers */
    StudyReader(IntFunction<Optional<ExperimentFile>> experiments) {
        this.experiments = experiments;
    }

    /** What came of reading it. */
    sealed interface Asked {

        record Sound(ExperimentFile base, Study study) implements Asked {}

        record Faulty(List<FileFault> faults) implements Asked {}
    }

    Asked read(String json) {
        Optional<Asked> asked = FileReader.tree(json, faults).flatMap(node -> read(new Fields(node, "", faults)));
        List<FileFault> all = new ArrayList<>(faults.all());
        all.addAll(ofFile);
        return all.isEmpty() && asked.isPresent() ? asked.get() : new Asked.Faulty(all);
    }

    private Optional<Asked> read(Fields fields) {
        if (faults.count() > 0) {
            return Optional.empty();
        }
        Study.Kind kind = fields.choice("kind", Study.Kind.SWEEP);
        int replications = fields.whole("replications", 2, MOST_REPLICATIONS, StudyForm.USUAL_REPLICATIONS);
        double times = fields.number("factor", 1.01, StudyForm.MOST_TIMES, USUAL_TIMES);
        Optional<ExperimentFile> base = base(fields).map(file -> file.withReplications(replications));
        Set<String> known = base.map(StudyReader::parameters).orElse(Set.of());
        List<Axis> axes = kind == Study.Kind.SWEEP ? fields.list("axes", 1, 2, axis -> axis(axis, known)) : List.of();
        if (axes.size() == 2 && axes.getFirst().path().equals(axes.getLast().path())) {
            faults.add("axes[1].path", FaultKind.TWICE, axes.getLast().path());
        }
        return fields.build(() -> base)
                .flatMap(found -> found)
                .map(file -> new Asked.Sound(file, study(kind, file, axes, times)));
    }

    private static Study study(Study.Kind kind, ExperimentFile file, List<Axis> axes, double times) {
        return switch (kind) {
            case SWEEP -> new Study(kind, axes);
            case TORNADO -> Study.tornado(file, times);
        };
    }

    /** Either one that there is, or the file of one. */
    private Optional<ExperimentFile> base(Fields fields) {
        Optional<JsonNode> file = fields.node("file");
        if (file.isPresent() == fields.has("experiment")) {
            faults.add("experiment", FaultKind.ONE_SPREAD, "experiment, file");
            return Optional.empty();
        }
        if (file.isPresent()) {
            return base(file.get());
        }
        int id = fields.whole("experiment", 1, Integer.MAX_VALUE, 1);
        Optional<ExperimentFile> known = experiments.apply(id);
        if (known.isEmpty()) {
            faults.add("experiment", FaultKind.NO_EXPERIMENT, Integer.toString(id));
        }
        return known;
    }

    private Optional<ExperimentFile> base(JsonNode file) {
        return switch (FileReader.read(file, new Faults())) {
            case ExperimentFile.Read.Sound(var sound) -> Optional.of(sound);
            case ExperimentFile.Read.Faulty(var found) -> {
                found.forEach(fault -> ofFile.add(new FileFault(
                        fault.path().isEmpty() ? "file" : "file." + fault.path(), fault.kind(), fault.about())));
                yield Optional.empty();
            }
        };
    }

    private static Set<String> parameters(ExperimentFile file) {
        return Parameters.of(FileWriter.write(file)).stream()
                .map(Parameter::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Axis> axis(Fields fields, Set<String> known) {
        String path = fields.text("path", LONGEST);
        List<String> values = fields.elements("values", 2, StudyForm.MOST_VALUES, this::value);
        if (!known.isEmpty() && !known.contains(path)) {
            faults.add(fields.path("path"), FaultKind.NO_FIELD);
        }
        return fields.build(() -> new Axis(path, values));
    }

    private Optional<String> value(JsonNode node, String path) {
        if (!node.isTextual() && !node.isNumber()
                || node.asText().isBlank()
                || node.asText().length() > LONGEST) {
            faults.add(path, FaultKind.LENGTH, Integer.toString(LONGEST));
            return Optional.empty();
        }
        return Optional.of(node.asText().strip());
    }
}
