package org.cmm.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What an MSI holds, as Debian's msiinfo reads it: Windows Installer is a program of tables. */
record InstallerTables(Path msi) {

    private static final int LINES_OF_HEADING = 3;

    /** The rows of a table, each with its columns; none when there is no such table. */
    List<List<String>> rows(String table) throws IOException {
        Process process = new ProcessBuilder("msiinfo", "export", msi.toString(), table).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .skip(LINES_OF_HEADING)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** A property's value; empty when there is none. */
    String property(String name) throws IOException {
        return rows("Property").stream()
                .filter(row -> row.getFirst().equals(name))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }

    /** Everything that stands in these columns, counted from zero, of all rows. */
    List<String> columns(String table, int... columns) throws IOException {
        return rows(table).stream()
                .flatMap(row -> Arrays.stream(columns).mapToObj(row::get))
                .toList();
    }
}
