package org.cmm.server.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cmm.server.simulation.ExperimentFile.Read;

/** Experiments to start from. Their parameters carry where they come from. */
public final class Presets {

    /** By what they are called, the smallest first. */
    public static final List<String> NAMES = List.of("school-lab", "town-hall", "data-room", "hospital", "ministry");

    private Presets() {}

    public static Optional<ExperimentFile> find(String name) {
        return NAMES.contains(name) ? Optional.of(load(name)) : Optional.empty();
    }

    private static ExperimentFile load(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("/experiments/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the preset '%s' is not in this build".formatted(name));
            }
            return switch (ExperimentFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case Read.Sound(var file) -> file;
                case Read.Faulty(var faults) ->
                    throw new IllegalStateException("preset '%s': %s".formatted(name, faults));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
