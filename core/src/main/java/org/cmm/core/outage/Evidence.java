package org.cmm.core.outage;

import java.time.Instant;
import java.util.List;

/**
 * What is known about a gap at one moment; more may come.
 *
 * @param signs what the agent told, of the gap and of some time around it; any order
 * @param measured stretches within the gap of which samples arrived later
 * @param cmmDown when CMM was down, as far as that overlaps the gap
 * @param onBattery whether the last sample before the gap says that the machine ran on its battery
 * @param now when all this was gathered
 */
public record Evidence(
        List<Sign> signs,
        Starts starts,
        List<Span> measured,
        SiteSigns site,
        List<Span> cmmDown,
        boolean onBattery,
        Instant now) {

    public Evidence {
        signs = List.copyOf(signs);
        measured = List.copyOf(measured);
        cmmDown = List.copyOf(cmmDown);
    }

    /** Nothing but the time. */
    public static Evidence none(Instant now) {
        return new Evidence(List.of(), Starts.UNTOLD, List.of(), SiteSigns.ALONE, List.of(), false, now);
    }
}
