package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.cmm.core.outage.Cause;
import org.cmm.server.access.AuditLog;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;

/** Keeps what people say about causes, and that they said it. */
@Singleton
class Corrections {

    private final Jdbi jdbi;
    private final SiteOutages sites;
    private final Listing listing;
    private final AuditLog audit;
    private final InstantSource clock;

    Corrections(Jdbi jdbi, SiteOutages sites, Listing listing, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.sites = sites;
        this.listing = listing;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit log shows of it. */
    private record Logged(String cause, String note) {

        static Logged of(StoredOutage outage) {
            return new Logged(
                    Spelling.of(outage.cause()),
                    outage.corrected().map(Correction::note).orElse(""));
        }
    }

    void correct(StoredOutage outage, CorrectionForm.Checked said, String by) {
        Cause was = outage.verdict().cause();
        Correction correction =
                new Correction(said.cause(), was, by, clock.instant().truncatedTo(ChronoUnit.MILLIS), said.note());
        jdbi.useTransaction(handle -> {
            OutageTable.correct(handle, outage, correction);
            sites.judgeAgain(handle, outage);
            audit.record(
                    handle,
                    "outage.correct",
                    target(outage),
                    Logged.of(outage),
                    new Logged(Spelling.of(said.cause()), said.note()));
        });
    }

    void withdraw(StoredOutage outage) {
        if (outage.correction() == null) {
            return;
        }
        jdbi.useTransaction(handle -> {
            OutageTable.withdrawCorrection(handle, outage.id());
            sites.judgeAgain(handle, outage);
            audit.record(
                    handle,
                    "outage.withdraw",
                    target(outage),
                    Logged.of(outage),
                    new Logged(Spelling.of(outage.verdict().cause()), ""));
        });
    }

    private String target(StoredOutage outage) {
        return "outage of %s at %s"
                .formatted(
                        listing.server(outage.serverId()).map(Server::code).orElse("?"),
                        outage.gap().from().truncatedTo(ChronoUnit.SECONDS));
    }
}
