package org.cmm.agent;

import java.io.IOException;
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
import org.cmm.protocol.Version;

/** The command line. Exit codes: 0 stopped as asked, 2 nothing could be started, 3 the token was refused. */
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
        System.out.print(words(start));
        System.out.flush();
        return 0;
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
