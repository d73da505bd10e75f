package org.cmm.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has grown too big to be read at one sitting stops the build. */
class SizeTest {

    private static final int MOST_LINES_OF_A_FILE = 400;
    private static final int MOST_LINES_OF_A_METHOD = 60;

    /** The formatter indents members by four spaces, and ends them with a brace of their own. */
    private static final Pattern METHOD = Pattern.compile(" {4}(?! |\\}|//|\\*|@)[^=;]*\\([^;]*");

    private static final String END = "    }";

    @Test
    void noFileAndNoMethodIsTooLong() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path sources : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                assertThat(tooBig(sources)).isEmpty();
            }
        }
    }

    @Test
    void aLongMethodIsFound() {
        List<String> lines = new ArrayList<>(List.of("class A {", "    void b() {"));
        lines.addAll(Stream.generate(() -> "        c();")
                .limit(MOST_LINES_OF_A_METHOD)
                .toList());
        lines.addAll(List.of(END, "}"));

        assertThat(longMethods(lines)).containsExactly("void b() {");
    }

    @Test
    void aLongFileIsFound() {
        assertThat(faults(
                        Path.of("A.java"), Stream.generate(() -> "").limit(401).toList()))
                .containsExactly("A.java: 401 lines");
    }

    private static List<String> tooBig(Path sources) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                faults.addAll(faults(file, Files.readAllLines(file)));
            }
        }
        return faults;
    }

    private static List<String> faults(Path file, List<String> lines) {
        Stream<String> size =
                lines.size() > MOST_LINES_OF_A_FILE ? Stream.of(file + ": " + lines.size() + " lines") : Stream.empty();
        return Stream.concat(size, longMethods(lines).stream().map(method -> file + ": " + method))
                .toList();
    }

    private static List<String> longMethods(List<String> lines) {
        List<String> found = new ArrayList<>();
        int start = -1;
        for (int index = 0; index < lines.size(); index++) {
            if (METHOD.matcher(lines.get(index)).matches()) {
                start = index;
            }
            if (lines.get(index).equals(END) && start >= 0) {
                if (index - start > MOST_LINES_OF_A_METHOD) {
                    found.add(lines.get(start).strip());
                }
                start = -1;
            }
        }
        return found;
    }
}
