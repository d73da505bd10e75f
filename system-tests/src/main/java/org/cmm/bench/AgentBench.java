package org.cmm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cmm.process.ProcessUsage;
import org.cmm.process.RunningAgent;
import org.cmm.process.RunningServer;

/**
 * What the agent costs the machine it watches and the link it uses, with its default settings. The minute after its
 * start is left out: it is the same for a day as for a year.
 */
record AgentBench(Bench.Options options, Figures figures) {

    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** A busy machine lists its processes once in it, and an idle one less often. */
    private static final Duration ROUND = Duration.ofMinutes(6);

    private static final Duration DAY = Duration.ofDays(1);

    void run(Path data) throws Exception {
        Duration round = options.quick() ? Duration.ofMinutes(1) : ROUND;
        try (RunningServer server = RunningServer.start(data);
                CountingProxy wire = new CountingProxy(server.port());
                RunningAgent agent = RunningAgent.start(data.resolve("agent"), wire.url(), "--token", token(server))) {
            TimeUnit.SECONDS.sleep(WARM_UP.toSeconds());
            figures.add("agent.first_minute_cpu_s", agent.usage().cpuSeconds());
            for (int number = 0; number < options.rounds(); number++) {
                measure(agent, wire, round);
            }
        }
    }

    private void measure(RunningAgent agent, CountingProxy wire, Duration round) throws InterruptedException {
        ProcessUsage before = agent.usage();
        long bytes = wire.wireBytes();
        long connections = wire.connections();
        TimeUnit.SECONDS.sleep(round.toSeconds());
        ProcessUsage after = agent.usage();
        double seconds = round.toSeconds();
        figures.add("agent.rss_mib", after.residentMebibytes());
        figures.add("agent.cpu_percent", 100 * (after.cpuSeconds() - before.cpuSeconds()) / seconds);
        figures.add("agent.wire_mb_per_day", (wire.wireBytes() - bytes) / 1e6 * DAY.toSeconds() / seconds);
        figures.add("agent.connections_per_hour", (wire.connections() - connections) * 3_600 / seconds);
    }

    private static String token(RunningServer server) throws Exception {
        String token = "token-of-the-bench";
        try (Connection database = server.database();
                PreparedStatement statement = database.prepareStatement("""
                        INSERT INTO enrolment_token (fingerprint, label, created_by, expires_at, uses_left)
                        VALUES (encode(sha256(convert_to(?, 'UTF8')), 'hex'), 'bench', 'bench', now() + interval '1 h', 1)
                        """)) {
            statement.setString(1, token);
            statement.executeUpdate();
        }
        return token;
    }
}
