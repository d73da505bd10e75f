package org.cmm.server.notify;

import java.util.Collection;
import java.util.Map;

/** A channel with its secrets, for the moment of sending. It never prints them. */
record OpenChannel(Channel channel, Map<String, String> secrets) {

    OpenChannel {
        secrets = Map.copyOf(secrets);
    }

    ChannelKind kind() {
        return channel.kind();
    }

    /** A setting or a secret; empty when it has none. */
    String value(String key) {
        return secrets.getOrDefault(key, channel.setting(key));
    }

    Collection<String> hidden() {
        return secrets.values();
    }

    @Override
    public String toString() {
        return "channel " + channel.name();
    }
}
