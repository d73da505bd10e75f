package org.cmm.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cmm.protocol.Version;
import org.cmm.server.backup.Manifest.StoredFile;
import org.cmm.server.backup.Manifest.StoredTable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all rows as they were at one moment, and the keys, into a ZIP file. The rows are PostgreSQL's own text form,
 * so they fit any version of it.
 */
final class Backup {

    private final Connection connection;
    private final Path data;
    private final Consumer<String> progress;

    Backup(Connection connection, Path data, Consumer<String> progress) {
        this.connection = connection;
        this.data = data;
        this.progress = progress;
    }

    /** Writes as it reads; {@code out} is left open. */
    Manifest write(OutputStream out, Instant now) throws SQLException, IOException, BackupFault {
        ZipOutputStream zip = new ZipOutputStream(out);
        // A disk and a processor that watch machines beside: a file a fifth smaller costs five times as much
        zip.setLevel(Deflater.BEST_SPEED);
        Manifest manifest = content(zip, now.truncatedTo(ChronoUnit.SECONDS));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private Manifest content(ZipOutputStream zip, Instant now) throws SQLException, IOException, BackupFault {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Catalog catalog = new Catalog(connection);
        String schema = catalog.version()
                .orElseThrow(() -> new BackupFault("there is nothing to back up: CMM never ran on this database"));
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        List<StoredTable> tables = new ArrayList<>();
        for (TableContent table : catalog.tables()) {
            StoredTable stored = store(table, copies, zip);
            tables.add(stored);
            progress.accept("%,12d rows of %s".formatted(stored.rows(), table.name()));
        }
        // Not part of the snapshot, so read last: a number given meanwhile is only left out
        var sequences = catalog.sequences();
        connection.rollback();
        return new Manifest(
                Manifest.FORMAT, now.toString(), Version.here(), schema, tables, sequences, storeFiles(zip));
    }

    private static StoredTable store(TableContent table, CopyManager copies, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(new StoredTable(table, 0, "").entry()));
        Sha256Output plain = new Sha256Output(zip);
        long rows = copies.copyOut(table.copyOut(), plain);
        zip.closeEntry();
        return new StoredTable(table, rows, plain.digest());
    }

    private List<StoredFile> storeFiles(ZipOutputStream zip) throws IOException {
        List<StoredFile> stored = new ArrayList<>();
        for (Path file : files()) {
            String path = data.relativize(file).toString().replace('\\', '/');
            zip.putNextEntry(new ZipEntry(new StoredFile(path, "").entry()));
            Sha256Output plain = new Sha256Output(zip);
            Files.copy(file, plain);
            zip.closeEntry();
            stored.add(new StoredFile(path, plain.digest()));
        }
        return stored;
    }

    /** What the rows do not hold and people or agents would miss; the passwords of this very database are of no use. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("keys", "tls")) {
            Path place = data.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.list(place)) {
                    found.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().matches("[a-zA-Z0-9].*"))
                            .filter(file -> !file.getFileName().toString().startsWith("database-"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
