package org.cmm.server.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes, starts and stops one cluster of PostgreSQL; what its programs say goes to {@code postgres.log}. */
final class PostgresPrograms {

    /** Recovery after a power cut may take its time on an old disk; a start that fails is told at once. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(30);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final Path programs;
    private final Path cluster;
    private final Path log;

    private PostgresPrograms(Path programs, Path cluster, Path log) {
        this.programs = programs;
        this.cluster = cluster;
        this.log = log;
    }

    /** For the cluster below {@code home}, whether it exists already or not. */
    static PostgresPrograms in(Path home) throws IOException {
        Path programs = PostgresArchive.unpacked(archive(), home.resolve("postgres-programs"))
                .resolve("bin");
        return new PostgresPrograms(programs, home.resolve("postgres"), home.resolve("postgres.log"));
    }

    /** Asked before anything else of the archive, because images hold neither it nor what unpacks it. */
    private static URL archive() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("win") ? "windows" : name.contains("mac") ? "darwin" : "linux";
        URL archive = Thread.currentThread()
                .getContextClassLoader()
                .getResource("postgres-%s-%s.txz".formatted(system, machine));
        if (archive == null) {
            throw new StartFault("CMM brings no PostgreSQL for %s on %s: set CMM_DATABASE_URL to one of your own"
                    .formatted(system, machine));
        }
        return archive;
    }

    Path cluster() {
        return cluster;
    }

    /** Makes a new cluster that nobody enters without a password, whole or not at all; leaves an existing one alone. */
    void make(Path superuserPassword) throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path half = Files.createTempDirectory(cluster.resolveSibling("."), "postgres-new-");
        run(
                "initdb",
                List.of(
                        "--pgdata=" + half,
                        "--username=postgres",
                        "--pwfile=" + superuserPassword.toAbsolutePath(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns when the cluster takes connections on the loopback interface. */
    void start(int port, Map<String, String> settings) throws IOException {
        List<String> options = new ArrayList<>(List.of("-p " + port));
        settings.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        run(
                "pg_ctl",
                List.of(
                        "--pgdata=" + cluster,
                        "--log=" + log,
                        "--wait",
                        "--timeout=" + START_PATIENCE.toSeconds(),
                        "--options=" + String.join(" ", options),
                        "start"));
    }

    /** Ends all connections and returns when everything is on disk. */
    void stop() throws IOException {
        run(
                "pg_ctl",
                List.of(
                        "--pgdata=" + cluster,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_PATIENCE.toSeconds(),
                        "stop"));
    }

    private void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(notAsRoot());
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with code %d".formatted(program, code));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program + " was not waited for");
        }
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it sees another number, with the same files.
     */
    private static List<String> notAsRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }
}
