package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;

/** What its agent says about a server's machine. */
@Singleton
public class MachineFacts {

    private final ServerTable table;

    MachineFacts(ServerTable table) {
        this.table = table;
    }

    /** As the agent's {@code Facts} in JSON; nothing while no agent has said any. */
    public Optional<String> of(int server) {
        return table.facts(server);
    }
}
