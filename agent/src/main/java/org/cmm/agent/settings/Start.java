package org.cmm.agent.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a command line asks for. */
public sealed interface Start {
    /** Measure and deliver until told to stop. */
    record Run(Settings settings) implements Start {}

    /** Print how the agent of a folder is. */
    record Status(Path dataDirectory, Locale language) implements Start {}

    /** Print one sample for a person. */
    record Once() implements Start {}

    /** Print words and end. */
    record Print(String text) implements Start {}

    /** Nothing can be started; each fault names the thing, the fault and the remedy. */
    record Faulty(List<String> faults) implements Start {}

    /** Prints the version. */
    record Version() implements Start {}
}
