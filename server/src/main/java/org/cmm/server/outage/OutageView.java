package org.cmm.server.outage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Part;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An outage as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Outage")
record OutageView(
        long id,
        @Schema(description = "Code of the server") String server,
        String serverName,
        Instant from,

        @Schema(description = "When it was heard again; left out while it is silent") @Nullable
        Instant until,

        @Schema(
                description =
                        "power, link, crash, planned, sleep, agent-stopped, cmm or unknown; a person's word where there"
                                + " is one")
        String cause,

        @Schema(description = "What CMM judges: possible, likely or certain")
        String confidence,

        @Schema(description = "Whether evidence may still come that changes it")
        boolean provisional,

        @Schema(description = "What speaks for it, the most telling first, in the language that was asked for")
        List<EvidenceView> evidence,

        @Schema(description = "Stretches with causes of their own; left out where the whole has one") @Nullable
        List<PartView> parts,

        @Schema(description = "Number that it shares with outages of its site that began in the same minute") @Nullable
        Long siteOutage,

        @Nullable CorrectionView correction,

        @Schema(description = "Number of the drill that brought it about; left out where none did") @Nullable
        Integer drill) {

    /** A fact that speaks for the verdict. */
    @Schema(name = "OutageEvidence")
    record EvidenceView(String what, String text) {}

    /** A part of the outage. */
    @Schema(name = "OutagePart")
    record PartView(Instant from, Instant to, String cause) {

        static PartView of(Part part) {
            return new PartView(part.span().from(), part.span().to(), Spelling.of(part.cause()));
        }
    }

    /** A person's word. */
    @Schema(name = "OutageCorrection")
    record CorrectionView(
            @Schema(description = "What CMM had judged then")
            String was,

            @Schema(description = "What CMM judges now") String judged,
            String by,
            Instant at,
            String note) {}

    /** @param drill number of the drill that brought it about; 0 for none */
    static OutageView of(StoredOutage outage, Server server, int drill, OutageWords words) {
        return new OutageView(
                outage.id(),
                server.code(),
                server.name(),
                outage.gap().from(),
                outage.gap().until().orElse(null),
                Spelling.of(outage.cause()),
                Spelling.of(outage.verdict().confidence()),
                outage.verdict().provisional(),
                outage.verdict().facts().stream()
                        .map(fact -> evidence(fact, words))
                        .toList(),
                outage.parts().isEmpty() || outage.correction() != null
                        ? null
                        : outage.parts().stream().map(PartView::of).toList(),
                outage.siteOutage(),
                outage.corrected()
                        .map(correction -> new CorrectionView(
                                Spelling.of(correction.from()),
                                Spelling.of(outage.verdict().cause()),
                                correction.by(),
                                correction.at(),
                                correction.note()))
                        .orElse(null),
                drill == 0 ? null : drill);
    }

    private static EvidenceView evidence(Fact fact, OutageWords words) {
        return new EvidenceView(Spelling.of(fact.what()), words.sentence(fact));
    }
}
