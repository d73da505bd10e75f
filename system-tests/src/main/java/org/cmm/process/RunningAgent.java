package org.cmm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The agent as a process of its own, with a folder of its own. */
public final class RunningAgent implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path folder;

    private RunningAgent(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it with its own script.
     *
     * @param folder holds its log and, below {@code data}, its spool and identity
     * @param settings such as {@code --token T}
     */
    public static RunningAgent start(Path folder, String server, String... settings) {
        Path home = Path.of(System.getProperty("cmm.agent.home", "agent/target/cmm-agent"));
        return start(folder, List.of("sh", home.resolve("cmm-agent").toString()), server, settings);
    }

    /** Starts it with another command, which the settings are given to. */
    public static RunningAgent start(Path folder, List<String> program, String server, String... settings) {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                List.of("--server", server, "--data-directory", data(folder).toString()));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Files.createDirectories(folder);
            return new RunningAgent(builder.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the agent cannot be started", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    /** Everything it told people until now. */
    public String log() {
        try {
            return Files.readString(log(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, and answers its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the agent did not stop within " + PATIENCE_SECONDS + " s:\n" + log());
        }
        return process.exitValue();
    }

    /** Its exit code, once it has ended by itself. */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the agent did not end within " + patience + ":\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path log(Path folder) {
        return folder.resolve("agent.log");
    }
}
