package org.cmm.server.simulation;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.server.access.Language;

/** What a new experiment can be made of, for whoever makes one elsewhere and opens it in the editor. */
@Singleton
public class Starts {

    private static final int NEWEST = 20;

    private final Experiments experiments;

    Starts(Experiments experiments) {
        this.experiments = experiments;
    }

    /** @param word of a preset, or the number of an experiment */
    public record Start(String word, String name) {}

    /** Presets, then the newest experiments. */
    public List<Start> all(Language language) {
        PresetNames names = PresetNames.of(language);
        return Stream.concat(
                        Presets.NAMES.stream().map(preset -> new Start(preset, names.shown(preset))),
                        experiments.list(Integer.MAX_VALUE, NEWEST).stream()
                                .map(known -> new Start(
                                        Integer.toString(known.id()),
                                        "%d · %s".formatted(known.id(), names.shown(known.name())))))
                .toList();
    }

    public Optional<ExperimentFile> find(String word) {
        return Presets.find(word)
                .or(() -> word.matches("[1-9]\\d{0,8}")
                        ? experiments.find(Integer.parseInt(word)).map(StoredExperiment::read)
                        : Optional.empty());
    }

    /** The editor with this experiment, which nobody has kept or run yet. */
    public TemplateInstance editor(ExperimentFile file, Language language) {
        return NewExperimentPages.Templates.editor(
                EditorBoard.page(FileWriter.write(file), List.of(), language), false);
    }
}
