package org.cmm.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What PostgreSQL says about the tables of its current schema; Flyway's own table is not looked at. */
final class Catalog {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Every table that holds rows; one that refers to another comes after it. */
    List<TableContent> tables() throws SQLException {
        Map<String, TableContent> byName = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                        SELECT c.relname,
                               (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                               parent.relname,
                               pg_get_expr(c.relpartbound, c.oid)
                          FROM pg_class c
                          LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
                          LEFT JOIN pg_class parent ON parent.oid = i.inhparent
                         WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> ?
                        """)) {
            query.setString(1, HISTORY);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    TableContent table = table(row);
                    byName.put(table.name(), table);
                }
            }
        }
        return inOrder(byName, references());
    }

    private static TableContent table(ResultSet row) throws SQLException {
        String parent = row.getString(3);
        return new TableContent(
                row.getString(1),
                List.of((String[]) row.getArray(2).getArray()),
                parent == null ? Optional.empty() : Optional.of(new TableContent.Partition(parent, row.getString(4))));
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                        SELECT child.relname, parent.relname
                          FROM pg_constraint k
                          JOIN pg_class child ON child.oid = k.conrelid
                          JOIN pg_class parent ON parent.oid = k.confrelid
                         WHERE k.contype = 'f' AND child.relnamespace = current_schema()::regnamespace
                        """);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                references
                        .computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2));
            }
        }
        return references;
    }

    private static List<TableContent> inOrder(Map<String, TableContent> tables, Map<String, Set<String>> references) {
        Set<String> order = new LinkedHashSet<>();
        tables.keySet().forEach(name -> visit(name, references, new HashSet<>(), order));
        return order.stream().filter(tables::containsKey).map(tables::get).toList();
    }

    private static void visit(String name, Map<String, Set<String>> references, Set<String> path, Set<String> order) {
        if (path.add(name) && !order.contains(name)) {
            references.getOrDefault(name, Set.of()).stream()
                    .sorted()
                    .forEach(one -> visit(one, references, path, order));
            order.add(name);
        }
    }

    /** Numbers given so far; a sequence that never gave one is left out. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> last = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                        SELECT sequencename, last_value FROM pg_sequences
                         WHERE schemaname = current_schema() AND last_value IS NOT NULL
                        """);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                last.put(row.getString(1), row.getLong(2));
            }
        }
        return last;
    }

    /** The newest migration that is in; empty in a database that CMM never used. */
    Optional<String> version() throws SQLException {
        if (!hasTables()) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement("""
                        SELECT version FROM flyway_schema_history
                         WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
                        """);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Whether anything at all lies in the schema. */
    boolean hasTables() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }
}
