package org.cmm.server.notify;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Channels and notices for tests. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final UUID KEY = UUID.fromString("0d3b7d1e-6a5f-4f0e-8a55-0d6e2b1c9f10");

    private Samples() {}

    /** @param values {@code key=value}; those of secrets become secrets */
    static OpenChannel channel(ChannelKind kind, String... values) {
        Map<String, String> settings = new HashMap<>(ChannelDraft.empty(kind).settings());
        Map<String, String> secrets = new HashMap<>();
        Arrays.stream(values).forEach(pair -> {
            String key = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            boolean secret =
                    kind.secrets().stream().anyMatch(field -> field.key().equals(key));
            (secret ? secrets : settings).put(key, value);
        });
        return new OpenChannel(new Channel(1, kind, "test", settings, true, NOON), secrets);
    }

    static Outgoing notice(String to) {
        return new Outgoing(
                KEY,
                to,
                "srv-001 « Caisse » : disque 95 %",
                "Le disque est plein à 95 %.\nDepuis 12 h 00 <b>&",
                "srv-001: disque 95 % depuis 12 h 00, à vérifier bientôt",
                "https://cmm.example.org/incidents/7",
                "critical",
                NOON,
                Map.of("server", "srv-001", "value", 0.95));
    }
}
