package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;

/** The alerts that have not cleared, in memory. */
@Singleton
public class OpenAlerts {

    /** Those of one server, worst first. */
    public List<OpenAlert> of(int server) {
        return List.of();
    }
}
