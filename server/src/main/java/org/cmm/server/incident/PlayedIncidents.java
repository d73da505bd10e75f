package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.alert.AlertChanges;
import org.cmm.server.alert.AlertChanges.Change;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Listing;
import org.cmm.server.outage.Outages;
import org.jdbi.v3.core.Jdbi;

/**
 * The incidents of a made-up past: what the incident loop would have made of its alerts, and its people of the
 * incidents, each at its own time. All in one transaction, so that nobody sees half of it.
 */
@Singleton
public class PlayedIncidents {

    private final Jdbi jdbi;
    private final AlertChanges changes;
    private final IncidentSteps steps;
    private final IncidentTimeline timeline;
    private final Outages outages;
    private final Listing listing;

    PlayedIncidents(
            Jdbi jdbi,
            AlertChanges changes,
            IncidentSteps steps,
            IncidentTimeline timeline,
            Outages outages,
            Listing listing) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.steps = steps;
        this.timeline = timeline;
        this.outages = outages;
        this.listing = listing;
    }

    /**
     * What people see of an incident when it begins or ends.
     *
     * @param server empty when it is the site's
     * @param rule that raised its first alert
     * @param cause what its silence was lost to, which people on the spot know before CMM does
     */
    public record Trouble(
            long incident,
            Optional<Integer> server,
            Optional<Integer> site,
            String rule,
            Severity severity,
            Optional<Cause> cause,
            Instant at) {}

    /** What somebody does with an incident, unless it is over by then. */
    public record Act(Instant at, Kind kind, String by, String text) {

        /** What people do. */
        public enum Kind {
            ACKNOWLEDGE,
            START,
            NOTE
        }
    }

    /** The people of the made-up institution. */
    public interface People {

        List<Act> atBeginning(Trouble trouble);

        List<Act> atEnd(Trouble trouble);
    }

    /** Plays all that happened to alerts of these servers; what is not over by {@code until} stays open. */
    public void play(Gone machines, People people, Instant until) {
        jdbi.useTransaction(db -> {
            List<Change> happened = changes.of(db, machines.servers());
            Map<Long, SiteVerdict> verdicts = outages.verdicts(happened.stream()
                    .filter(Change::silence)
                    .map(Change::alert)
                    .distinct()
                    .toList());
            new IncidentPlay(db, new IncidentPlay.Cast(steps, timeline, listing), people, verdicts)
                    .run(happened, until);
        });
    }
}
