package org.cmm.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program as a person types it, and what became of it.
 *
 * @param said both outputs
 */
record Command(int code, String said) {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    static Command run(Map<String, String> environment, List<String> words) {
        return finish(builder(environment, words));
    }

    /** With a file as its input. */
    static Command read(Path input, Map<String, String> environment, List<String> words) {
        return finish(builder(environment, words).redirectInput(input.toFile()));
    }

    /** With its output in a file; what it says besides is answered. */
    static Command write(Path output, Map<String, String> environment, List<String> words) {
        ProcessBuilder builder = builder(environment, words).redirectErrorStream(false);
        try {
            Process process = builder.redirectOutput(output.toFile()).start();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", words), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder builder(Map<String, String> environment, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(CHECKOUT.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        return builder;
    }

    private static Command finish(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", builder.command()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it said; fails when it did not succeed. */
    String succeeded() {
        if (code != 0) {
            throw new AssertionError("ended with code %d: %s".formatted(code, said));
        }
        return said.strip();
    }

    static List<String> words(List<String> first, String... more) {
        List<String> words = new ArrayList<>(first);
        words.addAll(List.of(more));
        return words;
    }
}
