package org.cmm.server.notify;

import java.time.Instant;
import java.util.Map;

/**
 * A way out as an administrator set it up, without its secrets.
 *
 * @param settings by the keys of {@link ChannelKind#fields()}
 * @param enabled notices wait while it is not
 */
record Channel(
        int id, ChannelKind kind, String name, Map<String, String> settings, boolean enabled, Instant changedAt) {

    Channel {
        settings = Map.copyOf(settings);
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
