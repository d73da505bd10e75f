package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Language;
import org.cmm.server.access.User;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;

/** What people want to be told of: read, saved, tried. */
@Singleton
class Preferences {

    private final Jdbi jdbi;
    private final Recipients recipients;
    private final Channels channels;
    private final ChannelTrial trial;
    private final Wording wording;
    private final AuditLog audit;
    private final InstantSource clock;

    Preferences(
            Jdbi jdbi,
            Recipients recipients,
            Channels channels,
            ChannelTrial trial,
            Wording wording,
            AuditLog audit,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.recipients = recipients;
        this.channels = channels;
        this.trial = trial;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit log is told. */
    record Entry(
            String language,
            String zone,
            List<String> severities,
            List<Integer> sites,
            String quiet,
            boolean quietDays,
            boolean criticalAlways,
            Map<Integer, String> channels) {}

    Optional<Recipient> chosen(User user) {
        return recipients.of(user.id());
    }

    /** What the user chose, or what they are offered. */
    Preference of(User user) {
        return chosen(user)
                .map(Recipient::preference)
                .orElseGet(
                        () -> Preference.offered(user.language().orElseGet(wording::language), wording.institution()));
    }

    void save(User user, Preference wish, Map<Integer, String> addresses) {
        Optional<Recipient> before = chosen(user);
        jdbi.useTransaction(db -> {
            Recipients.save(db, user.id(), wish, addresses, clock.instant());
            audit.record(
                    db,
                    "notices.change",
                    "user " + user.name(),
                    before.map(known -> entry(known.preference(), known.addresses()))
                            .orElse(null),
                    entry(wish, addresses));
        });
    }

    private static Entry entry(Preference wish, Map<Integer, String> addresses) {
        return new Entry(
                wish.language().code(),
                wish.zone().getId(),
                wish.severities().stream().map(Spelling::of).sorted().toList(),
                wish.sites().stream().sorted().toList(),
                wish.quietFrom() + "–" + wish.quietUntil(),
                wish.quietDays(),
                wish.criticalAlways(),
                new TreeMap<>(addresses));
    }

    /** Sends a test to every address that is saved. */
    List<PreferenceView.Tested> test(User user) {
        Map<Integer, String> addresses = chosen(user).map(Recipient::addresses).orElse(Map.of());
        Language language = of(user).language();
        return channels.all().stream()
                .filter(channel -> addresses.containsKey(channel.id()))
                .map(channel -> {
                    String to = addresses.getOrDefault(channel.id(), "");
                    boolean worked = trial.run(channel, to, language, user.name())
                            .filter(report -> report.outcome() instanceof Outcome.Accepted)
                            .isPresent();
                    String sentence = worked
                            ? wording.preferences().testAccepted(channel.name())
                            : wording.preferences().testFailed(channel.name());
                    return new PreferenceView.Tested(sentence, worked);
                })
                .toList();
    }
}
