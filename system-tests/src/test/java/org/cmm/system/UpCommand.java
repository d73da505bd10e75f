package org.cmm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cmm.process.FreePort;

/** {@code ./cmm up} as a person types it: the launcher, and through it server, database and agent. */
final class UpCommand implements AutoCloseable {

    private static final Pattern SETUP_TOKEN = Pattern.compile("/setup\\S*token=([\\w-]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process launcher;
    private final Path data;
    private final Path output;
    private final int port;

    private UpCommand(Process launcher, Path data, Path output, int port) {
        this.launcher = launcher;
        this.data = data;
        this.output = output;
        this.port = port;
    }

    /**
     * Types it, and waits until it says that CMM is ready.
     *
     * @param data what {@code CMM_DATA} names
     * @param environment more settings
     */
    static UpCommand type(Path data, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("up", ".txt");
        ProcessBuilder builder = new ProcessBuilder(Path.of("..", "cmm").toString(), "up")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("CMM_DATA", data.toAbsolutePath().toString());
        builder.environment().put("CMM_PORT", Integer.toString(port));
        builder.environment().put("CMM_HTTPS_PORT", Integer.toString(FreePort.find()));
        builder.environment().putAll(environment);
        UpCommand up = new UpCommand(builder.start(), data, output, port);
        Eventually.become(
                PATIENCE,
                up::said,
                text -> text.contains("An agent watches this machine") && text.contains("CMM is ready: "));
        return up;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Everything it has printed. */
    String said() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the link it printed; empty when there is an administrator already. */
    Optional<String> setupToken() {
        Matcher link = SETUP_TOKEN.matcher(said());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** Empty while it does not run. */
    Optional<ProcessHandle> server() {
        return child("quarkus-run.jar");
    }

    /** Empty while it does not run. */
    Optional<ProcessHandle> agent() {
        return child("cmm-agent.jar");
    }

    /** PostgreSQL leaves its parent, so it is found by its lock file. */
    private Optional<ProcessHandle> database() {
        try {
            Path lock = data.resolve("postgres/postmaster.pid");
            return Files.exists(lock)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that runs because of the launcher. */
    List<ProcessHandle> everything() {
        return Stream.of(server(), database(), agent())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ProcessHandle> child(String jar) {
        return launcher.children()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith(jar)))
                .findFirst();
    }

    /** SIGTERM, as a service manager sends it; Ctrl-C and a closed terminal go the same way. */
    void stop() throws InterruptedException {
        launcher.destroy();
        launcher.waitFor(30, TimeUnit.SECONDS);
    }

    /** Waits until the launcher ends by itself. */
    int exitCode() throws InterruptedException {
        launcher.waitFor(30, TimeUnit.SECONDS);
        return launcher.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        database().ifPresent(ProcessHandle::destroyForcibly);
    }
}
