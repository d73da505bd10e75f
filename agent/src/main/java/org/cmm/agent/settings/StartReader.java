package org.cmm.agent.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads flags, environment and file; a flag wins over the environment, and that over the file. All faults are reported
 * together.
 */
public final class StartReader {
    private static final String VARIABLE = "CMM_AGENT_";
    private static final String CONFIG = "config";
    private static final String CHECK = "--check";

    private final List<String> faults = new ArrayList<>();
    private final Given given = new Given(faults);

    private StartReader() {}

    /**
     * What the arguments and the environment ask for.
     *
     * @param environment only names that begin with {@code CMM_AGENT_} are looked at
     */
    public static Start read(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            return new Start.Print(help());
        }
        if (arguments.contains("--version")) {
            return new Start.Version();
        }
        if (arguments.equals(List.of("--once"))) {
            return new Start.Once();
        }
        if (arguments.contains(CHECK)) {
            List<String> others =
                    arguments.stream().filter(word -> !word.equals(CHECK)).toList();
            Start start = new StartReader().settings(others, environment);
            return start instanceof Start.Run ? new Start.Print("the settings are right\n") : start;
        }
        return new StartReader().settings(arguments, environment);
    }

    private Start settings(List<String> arguments, Map<String, String> environment) {
        takeFile(arguments);
        takeEnvironment(environment);
        takeFlags(arguments.iterator());
        return new SettingsCheck(given, faults).check();
    }

    private void takeFile(List<String> arguments) {
        int flag = arguments.indexOf("--" + CONFIG);
        if (flag < 0 || flag + 1 == arguments.size()) {
            return;
        }
        var file = new ConfigFile(Path.of(arguments.get(flag + 1)));
        try {
            given.putAll(file, file.read());
        } catch (IOException | IllegalArgumentException e) {
            faults.add("config '%s': cannot be read (%s)".formatted(file.path(), e.getMessage()));
        }
    }

    private void takeEnvironment(Map<String, String> environment) {
        environment.forEach((name, text) -> {
            if (name.startsWith(VARIABLE)) {
                String word = name.substring(VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                given.putVariable(name, word, text.strip());
            }
        });
    }

    private void takeFlags(Iterator<String> arguments) {
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (!argument.startsWith("--")) {
                faults.add("'%s' is not expected here: every setting begins with --, see --help".formatted(argument));
                continue;
            }
            String[] parts = argument.substring(2).split("=", 2);
            if (parts.length == 1 && !arguments.hasNext()) {
                faults.add("%s: a value must follow".formatted(argument));
                return;
            }
            String text = parts.length == 2 ? parts[1] : arguments.next();
            if (!parts[0].equals(CONFIG)) {
                given.put("--", parts[0], text);
            }
        }
    }

    private static String help() {
        return """
                CMM agent: measures this machine and delivers to a CMM server, however long the link was away.

                  --config FILE                settings as lines 'key = value', the keys as below without dashes
                %s
                  --once                       print one sample of this machine and end
                  --check                      look at the settings given with it and end
                  --version, --help

                Each can also come from the environment, such as CMM_AGENT_SERVER. Times: 500ms 10s 5m 1h 30d.
                """.formatted(Arrays.stream(Key.values()).map(Key::helpLine).collect(Collectors.joining("\n")));
    }
}
