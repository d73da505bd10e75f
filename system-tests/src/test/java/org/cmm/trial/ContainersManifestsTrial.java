package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests for Kubernetes against the schemas that Kubernetes publishes. */
class ContainersManifestsTrial {

    private static final Path MANIFESTS = Path.of("..", "deploy", "kubernetes");
    private static final String VALIDATOR = System.getProperty("cmm.trial.manifests", "");

    @Test
    void fitThePublishedSchemas() throws IOException {
        try (Stream<Path> files = Files.list(MANIFESTS)) {
            for (Path file :
                    files.filter(one -> !one.endsWith("kustomization.yaml")).toList()) {
                Command validated = validate(file);
                assertThat(validated.code()).as(validated.said()).isZero();
            }
        }
    }

    @Test
    void aWrongWordInThemIsNoticed(@TempDir Path folder) throws IOException {
        Path wrong = folder.resolve("server.yaml");
        Files.writeString(
                wrong,
                Files.readString(MANIFESTS.resolve("server.yaml"))
                        .replace("readOnlyRootFilesystem", "readOnlyRootFileSystem"));

        assertThat(validate(wrong).said()).contains("'readOnlyRootFileSystem' was unexpected");
    }

    private static Command validate(Path file) {
        assumeThat(VALIDATOR)
                .as("the validator, which the preparation says why it could not have")
                .isNotEmpty();
        return Command.run(
                Map.of(), List.of(VALIDATOR, "--strict", file.toAbsolutePath().toString()));
    }
}
