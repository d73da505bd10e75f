package org.cmm.server.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One table that holds rows itself.
 *
 * @param columns all that are stored, in the order of the rows' fields
 * @param partition what it is a part of; empty for a table of its own
 */
record TableContent(String name, List<String> columns, Optional<Partition> partition) {

    /** @param bounds as PostgreSQL writes them: {@code FOR VALUES FROM (…) TO (…)} or {@code DEFAULT} */
    record Partition(String parent, String bounds) {

        private static final String KNOWN_BOUNDS = "FOR VALUES FROM \\('[^']*'\\) TO \\('[^']*'\\)|DEFAULT";

        Partition {
            checkName(parent);
            if (!bounds.matches(KNOWN_BOUNDS)) {
                throw new IllegalArgumentException("unknown bounds of a partition: " + bounds);
            }
        }
    }

    /** The names become part of SQL, and a backup may come from anywhere. */
    TableContent {
        checkName(name);
        columns.forEach(TableContent::checkName);
        columns = List.copyOf(columns);
    }

    private static void checkName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not the name of a table or column of CMM: " + name);
        }
    }

    String copyOut() {
        return "COPY %s TO STDOUT".formatted(nameAndColumns());
    }

    String copyIn() {
        return "COPY %s FROM STDIN".formatted(nameAndColumns());
    }

    private String nameAndColumns() {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", ", name + " (", ")"));
    }
}
