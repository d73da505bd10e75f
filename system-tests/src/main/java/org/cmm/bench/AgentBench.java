package org.cmm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cmm.process.ProcessUsage;
import org.cmm.process.RunningAgent;
import org.cmm.process.RunningServer;

/**
 * What the agent costs the machine it watches and the link it uses, over TLS, with its default settings and in saver
 * mode side by side. The time after its start is left out: it is the same for a day as for a year.
 */
record AgentBench(Bench.Options options, Figures figures) {

    /** Until the second delivery in saver mode, with which the first list of processes goes. */
    private static final Duration WARM_UP = Duration.ofMinutes(6);

    private static final Duration ROUND = Duration.ofMinutes(15);
    private static final Duration QUICK_ROUND = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);

    /** An agent that is looked at through its own wire. */
    private record Watched(String prefix, RunningAgent agent, CountingProxy wire) implements AutoCloseable {

        static Watched start(RunningServer server, Path folder, String prefix, String... settings)
                throws IOException, SQLException {
            enrol(server, RunningAgent.data(folder), prefix);
            CountingProxy wire = new CountingProxy(server.httpsPort());
            List<String> all =
                    new ArrayList<>(List.of("--authority", server.authority().toString()));
            all.addAll(List.of(settings));
            return new Watched(prefix, RunningAgent.start(folder, wire.url(), all.toArray(String[]::new)), wire);
        }

        @Override
        public void close() throws IOException {
            agent.close();
            wire.close();
        }
    }

    void run(Path data) throws Exception {
        Duration round = options.quick() ? QUICK_ROUND : ROUND;
        try (RunningServer server = RunningServer.start(data);
                Watched usual = Watched.start(server, data.resolve("usual"), "agent");
                Watched saver = Watched.start(server, data.resolve("saver"), "agent.saver", "--saver", "on")) {
            TimeUnit.SECONDS.sleep(WARM_UP.toSeconds());
            figures.add("agent.first_minutes_cpu_s", usual.agent().usage().cpuSeconds());
            for (int number = 0; number < options.rounds(); number++) {
                measure(List.of(usual, saver), round);
            }
        }
    }

    private void measure(List<Watched> agents, Duration round) throws InterruptedException {
        List<Mark> before = agents.stream().map(Mark::of).toList();
        TimeUnit.SECONDS.sleep(round.toSeconds());
        for (int number = 0; number < agents.size(); number++) {
            add(agents.get(number).prefix(), before.get(number), Mark.of(agents.get(number)), round);
        }
    }

    /** What an agent had used at a moment. */
    private record Mark(ProcessUsage usage, long bytes, long connections) {

        static Mark of(Watched one) {
            return new Mark(
                    one.agent().usage(), one.wire().wireBytes(), one.wire().connections());
        }
    }

    private void add(String prefix, Mark before, Mark after, Duration round) {
        double seconds = round.toSeconds();
        double cpu = after.usage().cpuSeconds() - before.usage().cpuSeconds();
        figures.add(prefix + ".rss_mib", after.usage().residentMebibytes());
        figures.add(prefix + ".cpu_percent", 100 * cpu / seconds);
        figures.add(prefix + ".wire_mb_per_day", (after.bytes() - before.bytes()) / 1e6 * DAY.toSeconds() / seconds);
        figures.add(
                prefix + ".connections_per_hour",
                (after.connections() - before.connections())
                        * Duration.ofHours(1).toSeconds()
                        / seconds);
    }

    /** By hand, because two agents of one machine are one server to CMM. */
    static void enrol(RunningServer server, Path data, String name) throws IOException, SQLException {
        String secret = "secret-of-" + name;
        try (Connection database = server.database();
                PreparedStatement statement = database.prepareStatement("""
                        WITH one AS (INSERT INTO server (code, name) VALUES (?, 'bench') RETURNING id)
                        INSERT INTO agent (server_id, fingerprint, version)
                        SELECT id, encode(sha256(convert_to(?, 'UTF8')), 'hex'), 'bench' FROM one
                        """)) {
            statement.setString(1, name);
            statement.setString(2, secret);
            statement.executeUpdate();
        }
        Files.createDirectories(data);
        Files.writeString(data.resolve("identity"), "server-id=%s\nsecret=%s\n".formatted(name, secret));
    }
}
