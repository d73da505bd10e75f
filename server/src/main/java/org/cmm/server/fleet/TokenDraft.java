package org.cmm.server.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as somebody wants it to be.
 *
 * @param siteId where machines that join with it stand; null for no site
 * @param days how long it is valid, 1 to 30; 1 when absent
 * @param uses how many machines may join with it, 1 to 1000; 1 when absent
 */
@Schema(
        requiredProperties = {"label"},
        examples = """
                {"label": "PCs of the registry office", "siteId": null, "days": 7, "uses": 20}""")
record TokenDraft(String label, @Nullable Integer siteId, Integer days, Integer uses) {

    static final int MOST_DAYS = 30;
    static final int MOST_USES = 1_000;

    TokenDraft(@Nullable String label, @Nullable Integer siteId, @Nullable Integer days, @Nullable Integer uses) {
        this.label = Text.stripped(label);
        this.siteId = siteId;
        this.days = days == null ? Integer.valueOf(1) : days;
        this.uses = uses == null ? Integer.valueOf(1) : uses;
    }

    List<FieldFault> faults(FleetMessages words, Listing listing) {
        List<FieldFault> faults = new ArrayList<>();
        if (label.isEmpty() || label.length() > ServerCheck.LONGEST_LINE || Text.unprintable(label)) {
            faults.add(new FieldFault("label", words.faultLabel()));
        }
        if (siteId != null && listing.site(siteId).isEmpty()) {
            faults.add(new FieldFault("siteId", words.faultSite()));
        }
        if (days < 1 || days > MOST_DAYS) {
            faults.add(new FieldFault("days", words.faultDays()));
        }
        if (uses < 1 || uses > MOST_USES) {
            faults.add(new FieldFault("uses", words.faultUses()));
        }
        return List.copyOf(faults);
    }

    EnrolmentTokens.Wish wish() {
        return new EnrolmentTokens.Wish(label, siteId, Duration.ofDays(days), uses);
    }
}
