package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.process.ServerVerb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What compose and Kubernetes set is what server and agent know: an unknown setting would stop their start. */
class DeployedSettingsIT {

    private static final Path DEPLOYED = Path.of("..");
    private static final Pattern SETTING = Pattern.compile("^ +(CMM_[A-Z_]+):|name: (CMM_[A-Z_]+)", Pattern.MULTILINE);
    private static final String AGENTS = "CMM_AGENT_";

    /** Explained to nobody, because no person sets it. */
    private static final String INTERNAL = "CMM_LOCAL_TOKEN_FILE";

    @TempDir
    Path folder;

    @Test
    void theServerKnowsEverySetting() throws IOException {
        String help = ServerVerb.run(folder, "--help").said();
        Set<String> set = settings("compose.yaml");
        set.addAll(settings("deploy/kubernetes/settings.yaml"));
        set.addAll(settings("deploy/kubernetes/server.yaml"));
        set.removeIf(name -> name.startsWith(AGENTS) || name.equals(INTERNAL));

        assertThat(set).contains("CMM_DATABASE_URL", "CMM_DATABASE_PASSWORD_FILE", "CMM_NAMES");
        assertThat(set).allSatisfy(name -> assertThat(help).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void theAgentKnowsEverySetting() throws IOException {
        String script = System.getProperty("cmm.agent.home") + "/cmm-agent";
        ProcessBuilder asked = new ProcessBuilder("sh", script, "--help").redirectErrorStream(true);
        asked.environment().put("JAVA_HOME", System.getProperty("java.home"));
        String help = new String(asked.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Set<String> set = settings("compose.yaml");
        set.removeIf(name -> !name.startsWith(AGENTS));

        assertThat(set).contains("CMM_AGENT_HOST_ROOT");
        assertThat(set).allSatisfy(name -> assertThat(help).contains("--" + word(name) + " "));
    }

    private static String word(String setting) {
        return setting.substring(AGENTS.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> settings(String file) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher found = SETTING.matcher(Files.readString(DEPLOYED.resolve(file)));
        while (found.find()) {
            names.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return names;
    }
}
