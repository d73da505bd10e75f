package org.cmm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One word to the server's program other than to run, such as {@code backup}. */
public record ServerVerb(int code, String said) {

    /** Runs it to its end; both outputs are in {@link #said}. */
    public static ServerVerb run(Path data, String... words) {
        try {
            Process process = prepared(data, words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ServerVerb(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without waiting for it; what it says to people comes on its error stream. */
    public static Process start(Path data, Redirect output, String... words) throws IOException {
        return prepared(data, words).redirectOutput(output).start();
    }

    private static ProcessBuilder prepared(Path data, String... words) {
        List<String> command = new ArrayList<>(RunningServer.command());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CMM_DATA", data.toString());
        return builder;
    }
}
