package org.cmm.agent.drill;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cmm.protocol.DrillOrder;

/**
 * {@link Load} as a process of its own: it has the lowest priority, what it holds is free for certain once it is gone,
 * and the agent itself stays as small as it is. It ends by itself when the agent does, and when its time is over.
 */
final class LoadProcess implements Closeable {
    private static final long PATIENCE_SECONDS = 5;

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private LoadProcess(Process process) {
        this.process = process;
        orders = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * Starts it.
     *
     * @param bytes of memory that it may be told to hold
     */
    static LoadProcess start(DrillOrder order, long bytes) throws IOException {
        var builder = new ProcessBuilder(command(order, bytes)).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Large pieces go back to the system when they are freed
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", "1048576");
        return new LoadProcess(builder.start());
    }

    void tell(String line) throws IOException {
        demandAlive();
        orders.write(line + "\n");
        orders.flush();
    }

    /** Whether a line can be read without waiting. */
    boolean answers() throws IOException {
        return answers.ready();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        return line == null ? "" : line;
    }

    void demandAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the program that makes the load has ended with " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(DrillOrder order, long bytes) throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new IOException(java + " is missing, which makes the load");
        }
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(List.of(
                "-Xms4m",
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:MaxDirectMemorySize=" + Math.max(1 << 20, bytes)));
        if (!windows) {
            // Elsewhere the JVM leaves priorities alone; on Windows the lowest of Java is the lowest of the system
            command.addAll(List.of("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=19"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Load.class.getName()));
        command.addAll(List.of(order.fault(), Integer.toString(order.percent()), Integer.toString(order.seconds())));
        return command;
    }
}
