package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.cmm.core.outage.Fact.What;
import org.cmm.core.outage.Judge;
import org.cmm.core.outage.Verdict;

/** Judges an outage with what is known now, and keeps the verdict. */
@Singleton
class OutageJudging {

    private static final List<What> TELLING_OTHERS = List.of(What.STARTED_AGAIN, What.CONTINUED, What.MAINS_LOST);

    private final OutageTable table;
    private final Neighbours neighbours;
    private final EvidenceReading reading;
    private final SiteOutages sites;

    OutageJudging(OutageTable table, Neighbours neighbours, EvidenceReading reading, SiteOutages sites) {
        this.table = table;
        this.neighbours = neighbours;
        this.reading = reading;
        this.sites = sites;
    }

    /** Answers the outages of other machines that this verdict may change. */
    List<StoredOutage> judge(StoredOutage outage, Instant now) {
        Neighbours.Seen seen = neighbours.of(outage, now);
        Verdict verdict = Judge.judge(outage.gap(), reading.of(outage, seen.signs(), now));
        table.judged(outage.id(), verdict, now);
        StoredOutage judged = table.find(outage.id()).orElse(outage);
        sites.group(judged, seen);
        boolean tells =
                TELLING_OTHERS.stream().anyMatch(what -> Neighbours.has(outage, what) != Neighbours.has(judged, what));
        boolean fresh = outage.verdict().facts().isEmpty();
        return tells || fresh ? seen.together() : List.of();
    }
}
