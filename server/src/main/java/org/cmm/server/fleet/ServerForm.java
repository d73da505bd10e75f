package org.cmm.server.fleet;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The form of a server as a browser sends it. */
record ServerForm(
        @FormParam("code") @Nullable String code,
        @FormParam("name") @Nullable String name,
        @FormParam("address") @Nullable String address,
        @FormParam("owner") @Nullable String owner,
        @FormParam("environment") @Nullable String environment,
        @FormParam("siteId") @Nullable String siteId,
        @FormParam("newSite") @Nullable String newSite,
        @FormParam("tags") @Nullable String tags,
        @FormParam("notes") @Nullable String notes,
        @FormParam("dependsOn") @Nullable String dependsOn) {

    ServerDraft draft() {
        return new ServerDraft(
                code,
                name,
                address,
                owner,
                environment,
                Text.number(siteId),
                ServerDraft.tags(tags),
                notes == null ? null : notes.replace("\r\n", "\n"),
                dependsOn);
    }
}
