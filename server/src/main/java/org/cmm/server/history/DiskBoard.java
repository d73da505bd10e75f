package org.cmm.server.history;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;
import org.cmm.server.access.Language;
import org.cmm.server.history.DiskView.Effect;
import org.cmm.server.history.DiskView.Fact;
import org.cmm.server.history.DiskView.Row;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;

/** Puts the page about history on disk together. */
@Singleton
class DiskBoard {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /** Beyond that nobody plans. */
    private static final double A_CENTURY = 36_525;

    private final HistoryDisk disk;
    private final ZoneId institution;

    DiskBoard(HistoryDisk disk, Settings settings) {
        this.disk = disk;
        this.institution = ZoneId.of(settings.zone());
    }

    private record Words(DiskMessages messages, Figures figures) {}

    /** @param typed days by the tiers' words, as somebody typed them; empty to see what is */
    DiskView view(Map<String, String> typed, Language language) {
        Words words = new Words(
                MessageBundles.get(DiskMessages.class, Localized.Literal.of(language.code())),
                Figures.of(language.locale(), institution));
        DiskUse use = disk.now();
        Optional<KeptDays.Setting> wanted = typed.isEmpty() ? Optional.of(use.kept()) : read(typed);
        Optional<KeptDays.Setting> sound =
                wanted.filter(setting -> setting.faults().isEmpty());
        List<DiskUse.Change> changes = sound.map(use::changes).orElse(List.of());
        return new DiskView(
                facts(use, words),
                use.tiers().stream().map(tier -> row(tier, use, typed, words)).toList(),
                !typed.isEmpty(),
                fault(wanted, changes, typed, words),
                changes.stream().map(change -> effect(change, words)).toList(),
                changes.stream().anyMatch(change -> change.deletedBefore().isPresent()),
                sound.map(use::outlook).map(outlook -> then(outlook, words)).orElse(""));
    }

    /** What was typed, when all of it is numbers. */
    static Optional<KeptDays.Setting> read(Map<String, String> typed) {
        Map<Tier, Integer> days = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            String text = typed.getOrDefault(Retention.word(tier), "").strip();
            if (!text.matches("\\d{1,7}")) {
                return Optional.empty();
            }
            days.put(tier, Integer.valueOf(text));
        }
        return Optional.of(new KeptDays.Setting(days));
    }

    private static String fault(
            Optional<KeptDays.Setting> wanted, List<DiskUse.Change> changes, Map<String, String> typed, Words words) {
        if (wanted.isEmpty() || outOfRange(wanted.get())) {
            return words.messages().badDays(words.figures().count(KeptDays.MOST));
        }
        if (!wanted.get().faults().isEmpty()) {
            return words.messages().badOrder();
        }
        return changes.isEmpty() && !typed.isEmpty() ? words.messages().noChange() : "";
    }

    private static boolean outOfRange(KeptDays.Setting setting) {
        return setting.days().values().stream().anyMatch(days -> days < 1 || days > KeptDays.MOST);
    }

    private static List<Fact> facts(DiskUse use, Words words) {
        DiskMessages messages = words.messages();
        Figures figures = words.figures();
        DiskUse.Outlook outlook = use.outlook(use.kept());
        Stream<Fact> sizes = Stream.of(
                new Fact(messages.history(), figures.bytes(use.bytes())),
                new Fact(messages.growth(), figures.bytes(use.bytesPerDay())),
                new Fact(messages.atMost(), figures.bytes(outlook.bytesAtMost())),
                new Fact(messages.database(), figures.bytes(use.databaseBytes())));
        Stream<Fact> room = use.freeBytes().isEmpty()
                ? Stream.of(new Fact(messages.free(), messages.unseen()))
                : Stream.of(
                        new Fact(messages.free(), figures.bytes(use.freeBytes().getAsLong())),
                        new Fact(
                                messages.full(),
                                days(outlook, words).map(messages::fullIn).orElse(messages.never())));
        return Stream.concat(sizes, room).toList();
    }

    private static Optional<String> days(DiskUse.Outlook outlook, Words words) {
        OptionalDouble days = outlook.daysUntilFull();
        return days.isEmpty() || days.getAsDouble() > A_CENTURY
                ? Optional.empty()
                : Optional.of(
                        words.figures().duration(Duration.ofSeconds(Math.round(days.getAsDouble() * SECONDS_A_DAY))));
    }

    private static Row row(TierUse tier, DiskUse use, Map<String, String> typed, Words words) {
        double share = use.bytes() == 0 ? 0 : (double) tier.bytes() / use.bytes();
        String field = Retention.word(tier.tier());
        return new Row(
                name(tier.tier(), words.messages()),
                field,
                words.figures().bytes(tier.bytes()),
                words.figures().percent(share),
                Figures.coordinate(share * 100),
                values(use.values(tier).all(), words),
                bytes(use.bytesPerValue(tier), words),
                bytes(use.bytesPerClosedValue(tier), words),
                tier.bytes() == 0 ? "" : words.figures().date(tier.oldest()),
                words.figures().count(tier.parts().size()),
                words.figures().bytes(tier.bytesPerDay()),
                typed.getOrDefault(field, Integer.toString(use.kept().of(tier.tier()))));
    }

    private static String values(double number, Words words) {
        return number == 0 ? "" : words.messages().some(words.figures().count(rounded(number)));
    }

    /** To three digits, since many are estimated and more come all the time. */
    private static long rounded(double number) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(number)) - 2));
        return Math.round(Math.rint(number / step) * step);
    }

    /** Few enough to be told in tenths. */
    private static String bytes(OptionalDouble each, Words words) {
        return each.isEmpty() ? "" : words.messages().bytes(words.figures().number(each.getAsDouble(), 1));
    }

    private static Effect effect(DiskUse.Change change, Words words) {
        DiskMessages messages = words.messages();
        Figures figures = words.figures();
        String bytes = figures.bytes(Math.abs(change.bytesInTheEnd()));
        return new Effect(
                messages.change(
                        name(change.tier(), messages),
                        figures.duration(Duration.ofDays(change.daysAfter())),
                        figures.duration(Duration.ofDays(change.daysBefore()))),
                change.deletedBefore()
                        .map(date -> messages.deleted(figures.date(date), figures.bytes(change.freedBytes())))
                        .orElse(messages.nothingDeleted()),
                change.bytesInTheEnd() >= 0 ? messages.costs(bytes) : messages.saves(bytes));
    }

    private static String then(DiskUse.Outlook outlook, Words words) {
        String most = words.messages().then(words.figures().bytes(outlook.bytesAtMost()));
        return days(outlook, words)
                .map(time -> most + " " + words.messages().thenFull(time))
                .orElse(most);
    }

    private static String name(Tier tier, DiskMessages messages) {
        return switch (tier) {
            case SAMPLES -> messages.samples();
            case FIVE_MINUTES -> messages.fiveMinutes();
            case HOUR -> messages.hour();
            case DAY -> messages.day();
        };
    }
}
