package org.cmm.server.fleet;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The form of a token as a browser sends it. */
record TokenForm(
        @FormParam("label") @Nullable String label,
        @FormParam("siteId") @Nullable String siteId,
        @FormParam("days") @Nullable String days,
        @FormParam("uses") @Nullable String uses) {

    TokenDraft draft() {
        return new TokenDraft(label, Text.number(siteId), Text.number(days), Text.number(uses));
    }
}
