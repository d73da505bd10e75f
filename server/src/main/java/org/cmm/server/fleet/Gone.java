package org.cmm.server.fleet;

import java.util.Set;

/** Servers and sites that are to leave without a trace, because they never existed. */
public record Gone(Set<Integer> servers, Set<Integer> sites) {

    public Gone {
        servers = Set.copyOf(servers);
        sites = Set.copyOf(sites);
    }

    public boolean isEmpty() {
        return servers.isEmpty() && sites.isEmpty();
    }
}
