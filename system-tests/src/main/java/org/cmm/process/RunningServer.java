package org.cmm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, with its embedded database, in a data folder of its own. */
public final class RunningServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SETUP_LINK = Pattern.compile("http\\S+/setup#token=\\S+(?=\\s)");

    /** The folder's name in a server's data. */
    private static final String PROGRAMS = "postgres-programs";

    private static volatile Optional<Path> lent = Optional.empty();

    private final Process process;
    private final Path data;
    private final int port;
    private final int httpsPort;

    private RunningServer(Process process, Path data, int port, int httpsPort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.httpsPort = httpsPort;
    }

    /** Starts it as the launcher would and waits until it is ready. */
    public static RunningServer start(Path data) {
        RunningServer server = launch(data);
        server.awaitReady();
        return server;
    }

    /** Starts it on a free port without waiting. */
    public static RunningServer launch(Path data) {
        return launch(data, Map.of());
    }

    /** Starts it on a free port without waiting, with these settings besides. */
    public static RunningServer launch(Path data, Map<String, String> settings) {
        return launch(data, FreePort.find(), settings);
    }

    /** Starts it on this port without waiting; encryption, which is on by default, gets a free one. */
    public static RunningServer launch(Path data, int port) {
        return launch(data, port, Map.of());
    }

    private static RunningServer launch(Path data, int port, Map<String, String> settings) {
        int httpsPort = FreePort.find();
        try {
            borrowPrograms(data);
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().put("CMM_DATA", data.toString());
            builder.environment().put("CMM_PORT", Integer.toString(port));
            builder.environment().put("CMM_HTTPS_PORT", Integer.toString(httpsPort));
            builder.environment().putAll(settings);
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
            return new RunningServer(builder.start(), data, port, httpsPort);
        } catch (IOException e) {
            throw new UncheckedIOException("the server cannot be started", e);
        }
    }

    /**
     * Lets servers that this process starts from now on run the PostgreSQL that this one has unpacked: to unpack it
     * again takes as long as the rest of a start.
     */
    public void lendPrograms() {
        lent = Optional.of(data.resolve(PROGRAMS).toAbsolutePath());
    }

    private static void borrowPrograms(Path data) throws IOException {
        Path own = data.resolve(PROGRAMS);
        if (lent.isPresent() && Files.isDirectory(data) && Files.notExists(own, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(own, lent.get());
        }
    }

    /** The server's program without a verb. */
    static List<String> command() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(System.getProperty("cmm.server.options", "").split(" ")));
        command.removeIf(String::isBlank);
        command.addAll(
                List.of("-jar", System.getProperty("cmm.server.jar", "server/target/quarkus-app/quarkus-run.jar")));
        return command;
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Waits until it is ready. */
    public void awaitReady() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (answers(client, ready)) {
                    return;
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended; see " + data.resolve("server.log"));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the server did not become ready; see " + data.resolve("server.log"));
    }

    /** Its exit code, once it has ended by itself. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end; see " + data.resolve("server.log"));
        }
        return process.exitValue();
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Where it answers over TLS, without a slash at the end. */
    public String httpsUrl() {
        return "https://localhost:" + httpsPort;
    }

    public int httpsPort() {
        return httpsPort;
    }

    /** The certificate that its own is vouched for by. */
    public Path authority() {
        return data.resolve("tls/authority.crt");
    }

    /** The link that it prints once both its ports are open, with which the first visitor becomes administrator. */
    public String setupLink() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                Matcher link = SETUP_LINK.matcher(Files.readString(data.resolve("server.log")));
                if (link.find()) {
                    return link.group();
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the server printed no setup link; see " + data.resolve("server.log"));
    }

    public int port() {
        return port;
    }

    /** The JVM alone. */
    public ProcessUsage serverUsage() {
        return ProcessUsage.of(process.pid());
    }

    /** The postmaster and all its children, those that ended already too. */
    public ProcessUsage databaseUsage() {
        return ProcessUsage.ofTree(postmaster());
    }

    /** As a power cut would: no hook runs. Its database lives on. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the database's main process; its children follow. */
    public void killDatabase() {
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops every process of the database where it is, as a disk does that answers no more. */
    public void freezeDatabase() {
        signalDatabase("-STOP");
    }

    /** Lets it go on. */
    public void thawDatabase() {
        signalDatabase("-CONT");
    }

    private void signalDatabase(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(postmaster())));
        ProcessHandle.of(postmaster()).stream()
                .flatMap(ProcessHandle::children)
                .forEach(child -> command.add(Long.toString(child.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long postmaster() {
        return Long.parseLong(lockFile().getFirst().strip());
    }

    private List<String> lockFile() {
        return lockFile(data);
    }

    private static List<String> lockFile(Path data) {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection of one's own to its embedded database. */
    public Connection database() throws SQLException {
        return databaseIn(data);
    }

    /** A connection to the embedded database of this data folder, whoever started it. */
    public static Connection databaseIn(Path data) throws SQLException {
        try {
            String password =
                    Files.readString(data.resolve("keys/database-password")).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + lockFile(data).get(3).strip() + "/cmm";
            return DriverManager.getConnection(url, "cmm", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
