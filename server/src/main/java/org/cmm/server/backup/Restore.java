package org.cmm.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cmm.server.backup.Manifest.StoredFile;
import org.cmm.server.backup.Manifest.StoredTable;
import org.cmm.server.platform.OpenDatabase;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.UnfinishedRestore;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills an empty installation from a backup: the schema as it was then, all rows in one transaction, the keys. The next
 * start brings the schema to its own version, as after any upgrade.
 */
final class Restore {

    private final OpenDatabase database;
    private final Path data;
    private final Consumer<String> progress;

    Restore(OpenDatabase database, Path data, Consumer<String> progress) {
        this.database = database;
        this.data = data;
        this.progress = progress;
    }

    /** All or nothing; one that is killed in the middle keeps the server from starting until it is done again. */
    void from(BackupFile backup) throws SQLException, IOException, BackupFault {
        Manifest manifest = backup.manifest();
        Flyway schema = database.schema(manifest.schema());
        checkVersion(schema, manifest);
        try (Connection connection = database.connect()) {
            if (UnfinishedRestore.isIn(data)) {
                schema.clean();
            } else {
                checkEmpty(connection);
            }
            UnfinishedRestore.begin(data);
            schema.migrate();
            connection.setAutoCommit(false);
            fill(connection, backup);
            for (StoredFile file : manifest.files()) {
                try (InputStream content = backup.content(file.entry())) {
                    OwnerOnlyFiles.write(data.resolve(file.path()), content.readAllBytes());
                }
            }
            connection.commit();
        }
        UnfinishedRestore.end(data);
    }

    private static void checkVersion(Flyway schema, Manifest manifest) throws BackupFault {
        boolean known = List.of(schema.info().all()).stream()
                .anyMatch(one -> one.getVersion() != null
                        && manifest.schema().equals(one.getVersion().getVersion()));
        if (!known) {
            throw new BackupFault(
                    "the backup was written by CMM %s, which is newer than this program: restore with that version"
                            .formatted(manifest.madeBy()));
        }
    }

    private void checkEmpty(Connection connection) throws SQLException, BackupFault {
        if (new Catalog(connection).hasTables()) {
            throw new BackupFault(
                    "the database at %s already holds data, and a restore would replace them: ".formatted(database)
                            + "set CMM_DATA to a new folder (with your own PostgreSQL: give CMM an empty database)");
        }
    }

    private void fill(Connection connection, BackupFile backup) throws SQLException, IOException {
        Manifest manifest = backup.manifest();
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            emptyAll(statement, manifest.tables().reversed());
            for (StoredTable stored : manifest.tables()) {
                makePartition(statement, stored.table());
                try (InputStream rows = backup.content(stored.entry())) {
                    copies.copyIn(stored.table().copyIn(), rows);
                }
                progress.accept("%,12d rows of %s"
                        .formatted(stored.rows(), stored.table().name()));
            }
            statement.execute("ANALYZE");
        }
        setSequences(connection, manifest.sequences());
    }

    /** Migrations bring rows of their own, which the backup holds as people changed them. */
    private static void emptyAll(Statement statement, List<StoredTable> tables) throws SQLException {
        for (StoredTable stored : tables) {
            if (stored.table().partition().isEmpty()
                    && hasRows(statement, stored.table().name())) {
                statement.executeUpdate("DELETE FROM " + stored.table().name());
            }
        }
    }

    private static boolean hasRows(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return row.next();
        }
    }

    private static void makePartition(Statement statement, TableContent table) throws SQLException {
        if (table.partition().isPresent()) {
            TableContent.Partition partition = table.partition().get();
            statement.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF %s %s"
                    .formatted(table.name(), partition.parent(), partition.bounds()));
        }
    }

    private static void setSequences(Connection connection, Map<String, Long> sequences) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }
}
