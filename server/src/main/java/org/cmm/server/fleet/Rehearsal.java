package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Made-up servers and sites whose past is being played. As long as it is, nobody judges them by the clock on the wall:
 * neither are they silent now, nor is what their samples say news. It is known in this process only; in another one the
 * demo fleet is not played.
 */
@Singleton
public class Rehearsal {

    private static final Gone NOBODY = new Gone(Set.of(), Set.of());

    private volatile Gone played = NOBODY;

    public void begin(Gone madeUp) {
        played = madeUp;
    }

    public void end() {
        played = NOBODY;
    }

    public boolean covers(int server) {
        return played.servers().contains(server);
    }

    public boolean coversSite(int site) {
        return played.sites().contains(site);
    }
}
