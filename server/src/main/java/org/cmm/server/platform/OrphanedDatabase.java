package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A PostgreSQL that outlived its server, as after {@code kill -9}. */
final class OrphanedDatabase {

    private static final Logger LOG = Logger.getLogger(OrphanedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedDatabase() {}

    /** Ends the process that still holds this cluster; does nothing when there is none. */
    static void stop(Path cluster) {
        holder(cluster).ifPresent(process -> {
            LOG.infof("Ending the PostgreSQL that a killed server left behind (process %d)", process.pid());
            signal("-INT", process);
            if (!ends(process)) {
                signal("-QUIT", process);
                ends(process);
            }
        });
    }

    /** The first line of postmaster.pid is a process; after a power cut another program may have that number. */
    static Optional<ProcessHandle> holder(Path cluster) {
        Path lock = cluster.resolve("postmaster.pid");
        if (Files.notExists(lock)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            return ProcessHandle.of(pid).filter(OrphanedDatabase::runsPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(lock + " cannot be read", e);
        }
    }

    private static boolean runsPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
