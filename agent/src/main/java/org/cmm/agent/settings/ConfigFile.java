package org.cmm.agent.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The file of settings, lines {@code key = value}. */
public record ConfigFile(Path path) {
    /** Such as {@code [agent]}, which Windows' installer writes above the settings. */
    private static final String HEADING = "[";

    private static final Pattern TOKEN = Pattern.compile("\\s*token\\s*[=:\\s].*");

    SortedMap<String, String> read() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(path)));
        var settings = new TreeMap<String, String>();
        for (String word : properties.stringPropertyNames()) {
            if (!word.startsWith(HEADING)) {
                settings.put(word, properties.getProperty(word).strip());
            }
        }
        return settings;
    }

    /**
     * Takes the token out: it has done its work, and whoever reads the file later has no use for it. Everything else
     * stays as it was written.
     *
     * @throws IOException when the file cannot be replaced
     */
    public void forgetToken() throws IOException {
        List<String> lines = Files.readAllLines(path);
        List<String> kept =
                lines.stream().filter(line -> !TOKEN.matcher(line).matches()).toList();
        if (kept.size() < lines.size()) {
            Path fresh = path.resolveSibling(path.getFileName() + ".new");
            Files.write(fresh, kept);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
