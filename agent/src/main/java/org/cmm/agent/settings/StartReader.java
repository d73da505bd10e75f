package org.cmm.agent.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads flags, environment and file; a flag wins over the environment, and that over the file. All faults are reported
 * together.
 */
public final class StartReader {
    private static final String VARIABLE = "CMM_AGENT_";
    private static final String CONFIG = "config";
    private static final String CHECK = "--check";
    private static final String STATUS = "status";

    private final List<String> faults = new ArrayList<>();
    private final Given given = new Given(faults);
    private final Map<String, String> environment;
    private final StandardPlaces places;

    private StartReader(Map<String, String> environment) {
        this.environment = environment;
        this.places = new StandardPlaces(environment);
    }

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
        var reader = new StartReader(environment);
        if (arguments.contains(STATUS)) {
            return reader.status(arguments);
        }
        return arguments.contains(CHECK) ? reader.check(arguments) : reader.settings(arguments);
    }

    private Start check(List<String> arguments) {
        Start start =
                settings(arguments.stream().filter(word -> !word.equals(CHECK)).toList());
        return start instanceof Start.Run ? new Start.Print("the settings are right\n") : start;
    }

    private Start settings(List<String> arguments) {
        take(arguments);
        return new SettingsCheck(given, faults, places).check();
    }

    /** Settings that only matter to a running agent are read, because they stand in the same file, and left alone. */
    private Start status(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        rest.remove(STATUS);
        var language = new LanguageFlag(faults);
        take(language.takenFrom(rest));
        return faults.isEmpty()
                ? new Start.Status(new SettingsCheck(given, faults, places).dataDirectory(), language.chosen())
                : new Start.Faulty(List.copyOf(faults));
    }

    private void take(List<String> arguments) {
        takeFile(arguments);
        takeEnvironment();
        takeFlags(arguments.iterator());
    }

    /** Named, or where packages put it. A command line that names a server of its own is about another agent. */
    private void takeFile(List<String> arguments) {
        int flag = arguments.indexOf("--" + CONFIG);
        Optional<Path> path = flag >= 0 && flag + 1 < arguments.size()
                ? Optional.of(Path.of(arguments.get(flag + 1)))
                : places.config().filter(standard -> !namesAnotherAgent(arguments));
        path.map(ConfigFile::new).ifPresent(this::takeFile);
    }

    private boolean namesAnotherAgent(List<String> arguments) {
        return environment.containsKey(VARIABLE + "SERVER")
                || arguments.stream()
                        .anyMatch(word -> word.startsWith("--" + Key.SERVER.word())
                                || word.startsWith("--" + Key.DATA_DIRECTORY.word()));
    }

    private void takeFile(ConfigFile file) {
        try {
            given.putAll(file, file.read());
        } catch (IOException | IllegalArgumentException e) {
            faults.add("config '%s': cannot be read (%s)".formatted(file.path(), e.getMessage()));
        }
    }

    private void takeEnvironment() {
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

                  --config FILE                settings as lines 'key = value', the keys as below without dashes;
                                               default what a package installed, if neither --server nor
                                               --data-directory is given
                %s
                  status                       print how the agent is that runs here, and end with 0 when it is
                                               connected, 1 when not, 2 when none runs; --language en|fr,
                                               --config and --data-directory say how and of which
                  --once                       print one sample of this machine and end
                  --check                      look at the settings given with it and end
                  --version, --help

                Each can also come from the environment, such as CMM_AGENT_SERVER. Times: 500ms 10s 5m 1h 30d.
                """.formatted(Arrays.stream(Key.values()).map(Key::helpLine).collect(Collectors.joining("\n")));
    }
}
