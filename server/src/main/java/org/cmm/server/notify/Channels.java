package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;

/** Channels are added, changed and removed. Where faults are answered, nothing was changed. */
@Singleton
class Channels {

    private final Jdbi jdbi;
    private final ChannelTable table;
    private final ChannelKey key;
    private final AuditLog audit;
    private final InstantSource clock;

    Channels(Jdbi jdbi, ChannelTable table, ChannelKey key, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the audit log is told: where it leads, and which fields were typed anew. Addresses, headers and bodies may
     * hold what should have been a secret, so they are left out.
     */
    record Entry(String kind, String name, String place, List<String> typedAnew, boolean enabled) {}

    List<Channel> all() {
        return table.all();
    }

    Optional<Channel> find(int id) {
        return table.find(id);
    }

    /** The channel with its secrets; without them when this process cannot read them. */
    Optional<OpenChannel> open(Channel channel) {
        return secrets(channel.id()).map(secrets -> new OpenChannel(channel, secrets));
    }

    /** Whether each secret of the channel is set. */
    Map<String, Boolean> secretsSet(Channel channel) {
        Map<String, String> known = secrets(channel.id()).orElse(Map.of());
        Map<String, Boolean> set = new HashMap<>();
        channel.kind().secrets().forEach(field -> set.put(field.key(), known.containsKey(field.key())));
        return Map.copyOf(set);
    }

    /** The new channel's number, or its faults. */
    Saved add(ChannelDraft draft, ChannelMessages words) {
        return save(draft, draft.secrets(), 0, words);
    }

    Saved change(Channel channel, ChannelDraft draft, ChannelMessages words) {
        Map<String, String> secrets = new HashMap<>(secrets(channel.id()).orElse(Map.of()));
        secrets.putAll(draft.secrets());
        return save(draft, secrets, channel.id(), words);
    }

    /** @param id of the channel; of no use when there are faults */
    record Saved(int id, List<FieldFault> faults) {}

    private Saved save(ChannelDraft draft, Map<String, String> secrets, int id, ChannelMessages words) {
        List<FieldFault> faults = new ChannelCheck(draft, secrets, words).faults();
        if (!faults.isEmpty()) {
            return new Saved(id, faults);
        }
        Instant now = clock.instant();
        byte[] sealed = key.encrypt(secrets);
        return jdbi.inTransaction(db -> {
            if (ChannelTable.nameTaken(db, draft.name(), id)) {
                return new Saved(id, List.of(new FieldFault("name", words.faultNameTaken())));
            }
            int saved = id == 0 ? table.insert(db, draft, sealed, now) : id;
            if (id != 0) {
                table.update(db, id, draft, sealed, now);
            }
            audit.record(
                    db, id == 0 ? "channel.create" : "channel.change", "channel " + draft.name(), null, entry(draft));
            return new Saved(saved, List.of());
        });
    }

    void remove(Channel channel) {
        jdbi.useTransaction(db -> {
            ChannelTable.remove(db, channel.id(), clock.instant());
            audit.record(db, "channel.remove", "channel " + channel.name(), entry(ChannelDraft.of(channel)), null);
        });
    }

    private static Entry entry(ChannelDraft draft) {
        return new Entry(
                draft.kind().word(),
                draft.name(),
                place(draft),
                draft.secrets().keySet().stream().sorted().toList(),
                draft.enabled());
    }

    private static String place(ChannelDraft draft) {
        return draft.kind() == ChannelKind.EMAIL
                ? draft.setting("host") + ":" + draft.setting("port")
                : HttpCall.place(draft.setting("url"));
    }

    private Optional<Map<String, String>> secrets(int id) {
        return table.secrets(id).flatMap(key::decrypt);
    }
}
