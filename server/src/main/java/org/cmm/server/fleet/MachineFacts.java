package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What its agent says about a server's machine. */
@Singleton
public class MachineFacts {

    private final ServerTable table;

    MachineFacts(ServerTable table) {
        this.table = table;
    }

    /** By how much each agent that saves traffic is quiet for longer than so long, by server; others are left out. */
    public Map<Integer, Duration> pausesBeyond(Duration usual) {
        return table.pausesBeyond(usual);
    }

    /** As the agent's {@code Facts} in JSON; nothing while no agent has said any. */
    public Optional<String> of(int server) {
        return table.facts(server);
    }
}
