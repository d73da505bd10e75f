package org.cmm.server.notify;

import java.time.Duration;
import java.util.Optional;
import org.cmm.core.alert.Severity;

/**
 * Who is told when nobody has acknowledged an incident for a while.
 *
 * @param site for incidents of this site; empty for those of sites that have no steps of their own
 * @param lowest severity from which on it is taken
 * @param user one person; empty when it is a group
 */
record EscalationStep(
        int id,
        Optional<Integer> site,
        Severity lowest,
        Duration after,
        Optional<Integer> user,
        Optional<Integer> group) {}
