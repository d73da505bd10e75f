package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.junit.jupiter.api.Test;

/** What the document shows can be run. */
class ExperimentDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyTextbookCaseIsAFileButForItsNameAndSite() throws IOException {
        List<String> cases = blocks().stream()
                .filter(block -> block.contains("\"machines\": [") && block.contains("\"policies\""))
                .toList();
        assertThat(cases).hasSize(5).allSatisfy(block -> {
            String site =
                    block.contains("\"sites\"") ? "" : "\"sites\": [{\"name\": \"s\", \"machines\": {\"m\": 1}}],";
            String file = block.startsWith("{") ? block : "{\"name\": \"n\", %s %s}".formatted(site, block);
            assertThat(ExperimentFile.read(file)).isInstanceOf(Read.Sound.class);
        });
    }

    private static List<String> blocks() throws IOException {
        String document = Files.readString(Path.of("../docs/experiments.md"));
        return BLOCK.matcher(document).results().map(found -> found.group(1)).toList();
    }
}
