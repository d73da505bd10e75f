package org.cmm.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.cmm.agent.clock.MachineClocks;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.probe.Machine;
import org.cmm.agent.probe.Probe;
import org.cmm.agent.probe.ReadingTable;
import org.cmm.agent.settings.Settings;
import org.cmm.agent.settings.Start;
import org.cmm.agent.settings.StartReader;
import org.cmm.agent.status.StatusReport;
import org.cmm.protocol.Version;

/**
 * The command line. Exit codes: 0 stopped as asked, 2 nothing could be started, 3 the token was refused. Those of
 * {@code status} are its own.
 */
public final class Main {
    private static final int FAULTY = 2;
    private static final long RATE_MILLIS = 1_000;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        int code = start(StartReader.read(List.of(arguments), System.getenv()));
        Runtime.getRuntime().halt(code);
    }

    private static int start(Start start) throws InterruptedException {
        if (start instanceof Start.Run run) {
            return run(run.settings());
        }
        if (start instanceof Start.Faulty faulty) {
            faulty.faults().forEach(System.err::println);
            return FAULTY;
        }
        if (start instanceof Start.Status status) {
            var report = StatusReport.of(status.dataDirectory(), status.language(), System.currentTimeMillis());
            print(report.text());
            return report.code();
        }
        print(words(start));
        return 0;
    }

    /** In the terminal's own letters; where it knows no accents, in UTF-8, which most show all the same. */
    private static void print(String text) {
        Charset told = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        Charset used = told.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : told;
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, used);
        out.print(text);
        out.flush();
    }

    private static String words(Start start) throws InterruptedException {
        if (start instanceof Start.Once) {
            return once();
        }
        return start instanceof Start.Print print ? print.text() : "cmm-agent " + Version.here() + "\n";
    }

    private static String once() throws InterruptedException {
        var probe = new Probe(Machine.here(Path.of("/")));
        probe.measure(0);
        Thread.sleep(RATE_MILLIS);
        return ReadingTable.of(probe.measure(RATE_MILLIS));
    }

    private static int run(Settings settings) throws InterruptedException {
        var agent = new Agent(settings, new MachineClocks(InstantSource.system()), Journal.standardError());
        var worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(agent, worker), "stop"));
        try {
            return agent.run();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return FAULTY;
        }
    }

    /** The worker ends the program itself when it is done, with its own exit code; this only keeps it alive so long. */
    private static void stop(Agent agent, Thread worker) {
        agent.stop(Agent.STOPPED);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
