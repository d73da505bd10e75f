package org.cmm.server.notify;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a program wants it to be.
 *
 * @param kind email, webhook, telegram, slack, teams, ntfy or gateway; of one that is there it cannot be changed
 * @param settings by their names; those left out are as they come
 * @param secrets those to set; others stay as they are
 */
@Schema(
        requiredProperties = {"kind", "name", "settings"},
        examples = """
                {"kind": "email", "name": "Mail", "enabled": true, "settings": {"host": "mail.example.org", "port": "587",
                 "security": "starttls", "from": "cmm@example.org", "user": "cmm"}, "secrets": {"password": "…"}}""")
record ChannelBody(
        @Nullable String kind,
        @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable Map<String, @Nullable String> settings,
        @Nullable Map<String, @Nullable String> secrets) {

    ChannelDraft draft(ChannelKind of) {
        Map<String, String> filled = new HashMap<>(ChannelDraft.empty(of).settings());
        Map<String, String> hidden = new HashMap<>();
        if (settings != null) {
            settings.forEach((key, value) -> filled.put(key, value == null ? "" : value.strip()));
        }
        if (secrets != null) {
            secrets.forEach((key, value) -> {
                if (value != null && !value.isEmpty()) {
                    hidden.put(key, value);
                }
            });
        }
        return new ChannelDraft(of, name == null ? "" : name.strip(), filled, hidden, !Boolean.FALSE.equals(enabled));
    }

    @Override
    public String toString() {
        return "channel " + name;
    }
}
