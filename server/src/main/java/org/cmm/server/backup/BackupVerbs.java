package org.cmm.server.backup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.cmm.server.platform.OpenDatabase;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.ServerProcess;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.StartFault;

/** The command line's {@code backup} and {@code restore}. Each answers with the exit code. */
public final class BackupVerbs {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_WORDS = 2;
    private static final String STANDARD = "-";
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupVerbs() {}

    private interface Work {
        void run(Settings settings) throws SQLException, IOException, BackupFault;
    }

    /** @param operands the file to write, which must not exist, or a folder to name one in; this folder without any */
    public static int backup(List<String> operands) {
        if (operands.size() > 1) {
            return wrongWords("backup takes one file: cmm backup FILE");
        }
        String target = operands.isEmpty() ? "" : operands.getFirst();
        return done(settings -> {
            try (OpenDatabase database = OpenDatabase.of(settings);
                    Connection connection = database.connect()) {
                Backup backup = new Backup(connection, settings.data(), System.err::println);
                if (target.equals(STANDARD)) {
                    say(backup.write(standardOutput(), Instant.now()), "on the standard output");
                } else {
                    writeFile(backup, file(target));
                }
            }
        });
    }

    /** @param operands the file to read */
    public static int restore(List<String> operands) {
        if (operands.size() != 1) {
            return wrongWords("restore takes one file: cmm restore FILE");
        }
        return done(settings -> {
            OwnerOnlyFiles.folder(settings.data());
            Optional<Path> received =
                    operands.getFirst().equals(STANDARD) ? Optional.of(receive(settings.data())) : Optional.empty();
            Path file = received.orElseGet(() -> Path.of(operands.getFirst()));
            try (BackupFile backup = BackupFile.open(file);
                    OpenDatabase database = OpenDatabase.of(settings)) {
                new Restore(database, settings.data(), System.err::println).from(backup);
                say(backup.manifest(), "backup of " + backup.manifest().madeAt());
            } finally {
                if (received.isPresent()) {
                    Files.delete(received.get());
                }
            }
        });
    }

    private static int done(Work work) {
        Settings settings = ServerProcess.checkedSettings();
        try {
            work.run(settings);
            return DONE;
        } catch (NoSuchFileException e) {
            return failed(e.getFile() + " does not exist");
        } catch (BackupFault | StartFault e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (SQLException | IOException e) {
            return failed("broken off, and nothing is kept of it: " + e.getMessage());
        }
    }

    private static int wrongWords(String words) {
        System.err.println("cmm: " + words);
        return WRONG_WORDS;
    }

    private static int failed(String words) {
        words.lines().forEach(line -> System.err.println("cmm: " + line));
        return FAILED;
    }

    private static void say(Manifest manifest, String where) {
        System.err.printf(
                "Done: %,d rows of %d tables and %d keys, %s%n",
                manifest.rows(), manifest.tables().size(), manifest.files().size(), where);
    }

    private static Path file(String target) throws BackupFault {
        Path named = Path.of(target);
        Path file = Files.isDirectory(named)
                ? named.resolve("cmm-backup-" + FILE_TIME.format(Instant.now()) + ".zip")
                : named;
        if (Files.exists(file)) {
            throw new BackupFault(file + " exists already: name another file");
        }
        return file.toAbsolutePath();
    }

    /** Under another name until it is whole and on disk. */
    private static void writeFile(Backup backup, Path file) throws SQLException, IOException, BackupFault {
        Path half = OwnerOnlyFiles.create(file.resolveSibling(file.getFileName() + ".part"));
        try {
            Manifest manifest;
            try (OutputStream out = Files.newOutputStream(half)) {
                manifest = backup.write(out, Instant.now());
            }
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            say(
                    manifest,
                    "in %s (%,d bytes). It holds keys: keep it where nobody else reads"
                            .formatted(file, Files.size(file)));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Unlike {@code System.out} this says so when nobody takes what is written. */
    private static OutputStream standardOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** A ZIP file is read from its end, so it must lie somewhere. */
    private static Path receive(Path data) throws IOException {
        Path file = OwnerOnlyFiles.create(data.resolve("restore.part"));
        try (OutputStream out = Files.newOutputStream(file)) {
            System.in.transferTo(out);
        }
        return file;
    }
}
