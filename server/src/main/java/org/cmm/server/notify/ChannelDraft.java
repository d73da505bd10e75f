package org.cmm.server.notify;

import java.util.HashMap;
import java.util.Map;

/**
 * A channel as somebody wants it to be.
 *
 * @param settings every field that is no secret, by its key
 * @param secrets what was typed anew; a secret that is not here stays as it is
 */
record ChannelDraft(
        ChannelKind kind, String name, Map<String, String> settings, Map<String, String> secrets, boolean enabled) {

    ChannelDraft {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    static ChannelDraft empty(ChannelKind kind) {
        Map<String, String> presets = new HashMap<>();
        kind.fields().stream()
                .filter(field -> !field.isSecret())
                .forEach(field -> presets.put(field.key(), field.preset()));
        return new ChannelDraft(kind, "", presets, Map.of(), true);
    }

    static ChannelDraft of(Channel channel) {
        return new ChannelDraft(channel.kind(), channel.name(), channel.settings(), Map.of(), channel.enabled());
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    @Override
    public String toString() {
        return "draft of channel " + name;
    }
}
