package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A PostgreSQL that outlived its server, as after {@code kill -9}, or what it left behind. */
final class OrphanedDatabase {

    private static final Logger LOG = Logger.getLogger(OrphanedDatabase.class);

    /** How long a process may be dying. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private OrphanedDatabase() {}

    /** Ends the process that still holds this cluster; does nothing when there is none. */
    static void stop(PostgresPrograms programs) throws IOException {
        Optional<ProcessHandle> named = namedInLock(programs.cluster());
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get();
        if (runsPostgres(process)) {
            LOG.infof("Ending the PostgreSQL that a killed server left behind (process %d)", process.pid());
            programs.stop();
        } else if (!ends(process)) {
            // After a power cut another program has got the number, and PostgreSQL would take it for its own
            Files.deleteIfExists(lock(programs.cluster()));
        }
    }

    /** The postmaster of this cluster. */
    static Optional<ProcessHandle> holder(Path cluster) {
        return namedInLock(cluster).filter(OrphanedDatabase::runsPostgres);
    }

    /** Where the postmaster of this cluster listens, when there is one: the fourth line of postmaster.pid. */
    static Optional<Integer> port(Path cluster) {
        List<String> lines = lockLines(cluster);
        return holder(cluster).isPresent() && lines.size() > 3
                ? Optional.of(Integer.parseInt(lines.get(3).strip()))
                : Optional.empty();
    }

    /** The living process whose number stands in the first line of postmaster.pid. */
    private static Optional<ProcessHandle> namedInLock(Path cluster) {
        List<String> lines = lockLines(cluster);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static List<String> lockLines(Path cluster) {
        try {
            return Files.exists(lock(cluster)) ? Files.readAllLines(lock(cluster)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(lock(cluster) + " cannot be read", e);
        }
    }

    private static Path lock(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * A process that is dying has no command any more. One that was given a right of the system, such as that to a low
     * port, hides its program from others of its own account, but not its command line.
     */
    private static boolean runsPostgres(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command()
                .or(info::commandLine)
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(LAST_BREATH.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
