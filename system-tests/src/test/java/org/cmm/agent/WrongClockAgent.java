package org.cmm.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cmm.agent.clock.MachineClocks;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.settings.Start;
import org.cmm.agent.settings.StartReader;

/** The agent on a machine whose clock is off by as many milliseconds as a file says at the moment. */
final class WrongClockAgent {

    private WrongClockAgent() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path offset = Path.of(arguments[0]);
        List<String> settings = Arrays.asList(arguments).subList(1, arguments.length);
        if (StartReader.read(settings, Map.of()) instanceof Start.Run run) {
            MachineClocks clocks = new MachineClocks(() -> Instant.now().plusMillis(millisIn(offset)));
            new Agent(run.settings(), clocks, Journal.standardError()).run();
        }
    }

    private static long millisIn(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
