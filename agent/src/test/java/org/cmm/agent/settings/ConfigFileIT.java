package org.cmm.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileIT {
    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void writeWhatTheInstallerWrites() throws IOException {
        path = directory.resolve("agent.ini");
        Files.writeString(path, """
                [agent]
                # ours
                server=https://192.168.1.10:8443
                authority=sha256:abababababababababababababababababababababababababababababababab
                token=open-sesame
                interval = 30s
                """);
    }

    @Test
    void skipsTheHeadingThatWindowsWants() {
        assertThat(started("--config", path.toString()).server()).hasToString("https://192.168.1.10:8443");
    }

    @Test
    void takesOutTheTokenAndNothingElse() throws IOException {
        started("--config", path.toString()).tokenIn().orElseThrow().forgetToken();

        assertThat(path).hasContent("""
                        [agent]
                        # ours
                        server=https://192.168.1.10:8443
                        authority=sha256:abababababababababababababababababababababababababababababababab
                        interval = 30s
                        """);
    }

    @Test
    void leavesATokenThatSomebodyElseGaveAlone() {
        assertThat(started("--config", path.toString(), "--token", "another").tokenIn())
                .isEmpty();
    }

    private static Settings started(String... arguments) {
        return ((Start.Run) StartReader.read(List.of(arguments), Map.of())).settings();
    }
}
