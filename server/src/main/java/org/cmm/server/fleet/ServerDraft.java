package org.cmm.server.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A server as somebody wants it to be; {@link ServerCheck} says whether it can. Absent fields count as empty.
 *
 * @param code lower case letters, digits and dashes, 2 to 32
 * @param address IPv4 or IPv6, may be empty
 * @param environment {@code cloud} or {@code on-premise}; on-premise when absent
 * @param dependsOn code of the server without which nothing is heard of this one; empty for none
 */
@Schema(
        requiredProperties = {"code", "name"},
        examples = """
                {"code": "srv-001", "name": "Registry office", "address": "10.4.1.13", "owner": "Awa Ngo",
                 "environment": "on-premise", "siteId": null, "tags": ["windows"], "notes": "Under the stairs",
                 "dependsOn": "gateway-1"}""")
record ServerDraft(
        String code,
        String name,
        String address,
        String owner,
        String environment,
        @Nullable Integer siteId,
        List<String> tags,
        String notes,
        String dependsOn) {

    static final String ON_PREMISE = "on-premise";
    static final String CLOUD = "cloud";

    ServerDraft(
            @Nullable String code,
            @Nullable String name,
            @Nullable String address,
            @Nullable String owner,
            @Nullable String environment,
            @Nullable Integer siteId,
            @Nullable List<String> tags,
            @Nullable String notes,
            @Nullable String dependsOn) {
        this.code = Text.stripped(code).toLowerCase(Locale.ROOT);
        this.name = Text.stripped(name);
        this.address = Text.stripped(address);
        this.owner = Text.stripped(owner);
        this.environment = environment == null ? ON_PREMISE : environment.strip();
        this.siteId = siteId;
        this.tags = tags == null
                ? List.of()
                : tags.stream().map(Text::stripped).distinct().toList();
        this.notes = Text.stripped(notes);
        this.dependsOn = Text.stripped(dependsOn).toLowerCase(Locale.ROOT);
    }

    static ServerDraft empty() {
        return new ServerDraft("", "", "", "", null, null, List.of(), "", "");
    }

    /** @param dependsOn code of what it depends on; empty for nothing */
    static ServerDraft of(Server server, String dependsOn) {
        return new ServerDraft(
                server.code(),
                server.name(),
                server.address(),
                server.owner(),
                server.environment(),
                server.site(),
                server.tags(),
                server.notes(),
                dependsOn);
    }

    ServerDraft withCode(String other) {
        return new ServerDraft(other, name, address, owner, environment, siteId, tags, notes, dependsOn);
    }

    ServerDraft onSite(@Nullable Integer site) {
        return new ServerDraft(code, name, address, owner, environment, site, tags, notes, dependsOn);
    }

    /** Tags as one line of a form, parted by commas. */
    public String tagLine() {
        return String.join(", ", tags);
    }

    static List<String> tags(@Nullable String line) {
        return Arrays.stream(Text.stripped(line).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
