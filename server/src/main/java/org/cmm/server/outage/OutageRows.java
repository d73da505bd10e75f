package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Fact.What;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.Spelling;

/** Outages in words, for pages. */
@Singleton
public class OutageRows {

    private static final int MOST_MEMBERS = 5_000;

    private final Outages outages;
    private final SiteOutages sites;
    private final Listing listing;
    private final DrillTimes drills;
    private final InstantSource clock;
    private final ZoneId institution;

    OutageRows(
            Outages outages,
            SiteOutages sites,
            Listing listing,
            DrillTimes drills,
            InstantSource clock,
            Settings settings) {
        this.outages = outages;
        this.sites = sites;
        this.listing = listing;
        this.drills = drills;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** A cause to choose. */
    public record Choice(String word, String text) {}

    /** The newest of a server. */
    public List<OutageRow> newest(int server, int most, Language language) {
        return rows(outages.newest(server, most), language);
    }

    /** The outage that held at this time, for whoever tells of a silence. */
    public Optional<OutageRow> at(int server, Instant time, Language language) {
        return outages.at(server, time)
                .map(outage -> rows(List.of(outage), language).getFirst());
    }

    /** Those that these alerts about silence are about; one row for all machines of a site that went together. */
    public List<OutageRow> ofAlerts(Collection<Long> alerts, int most, Language language) {
        return grouped(outages.ofAlerts(alerts), language, most);
    }

    /** Those that lasted at this time or later, in the same way, the newest first. */
    public List<OutageRow> since(Instant time, int most, Language language) {
        return grouped(outages.since(time, MOST_MEMBERS), language, most);
    }

    /** Every cause, for a person who corrects one. */
    public List<Choice> choices(Language language) {
        OutageWords words = OutageWords.of(language, Optional.empty(), institution, clock.instant());
        return Arrays.stream(Cause.values())
                .map(cause -> new Choice(Spelling.of(cause), words.cause(cause)))
                .toList();
    }

    /** One row for all machines of a site that went together, in the order of the first of them. */
    List<OutageRow> grouped(List<StoredOutage> all, Language language, int most) {
        Map<Long, List<StoredOutage>> groups = new LinkedHashMap<>();
        all.forEach(outage -> {
            Long group = outage.siteOutage();
            groups.computeIfAbsent(group == null ? -outage.id() : group, _ -> new ArrayList<>())
                    .add(outage);
        });
        List<List<StoredOutage>> shown = groups.values().stream().limit(most).toList();
        List<OutageRow> rows = rows(shown.stream().map(List::getFirst).toList(), language);
        List<OutageRow> grouped = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            grouped.add(
                    shown.get(index).size() == 1
                            ? rows.get(index)
                            : ofSite(rows.get(index), shown.get(index), language));
        }
        return grouped;
    }

    private OutageRow ofSite(OutageRow first, List<StoredOutage> members, Language language) {
        Optional<Site> site = listing.site(
                listing.server(members.getFirst().serverId()).map(Server::site).orElse(null));
        OutageWords words = OutageWords.of(language, site, institution, clock.instant());
        Instant from = members.stream()
                .map(one -> one.gap().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = members.stream()
                .map(one -> one.gap().span(words.now()).to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean open = members.stream().anyMatch(one -> one.gap().isOpen());
        return first.ofSite(
                first.site(),
                "/availability?site="
                        + site.map(one -> Integer.toString(one.id())).orElse(""),
                new OutageRow.Lasting(
                        words.figures().since(from, words.now()),
                        words.figures().duration(Duration.between(from, to)),
                        open));
    }

    List<OutageRow> rows(List<StoredOutage> all, Language language) {
        Map<Long, Integer> machines = sites.machines(all.stream()
                .map(StoredOutage::siteOutage)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Instant now = clock.instant();
        List<DrillTime> practised =
                drills.around(all.stream().map(outage -> outage.gap().from()).toList());
        return all.stream()
                .map(outage -> row(outage, machines, drill(outage, practised), language, now))
                .toList();
    }

    static int drill(StoredOutage outage, List<DrillTime> drills) {
        return DrillTimes.latest(
                drills, drill -> drill.silences(outage.serverId(), outage.gap().from()));
    }

    private OutageRow row(StoredOutage outage, Map<Long, Integer> machines, int drill, Language language, Instant now) {
        Server server = listing.server(outage.serverId()).orElseThrow();
        Optional<Site> site = listing.site(server.site());
        OutageWords words = OutageWords.of(language, site, institution, now);
        Long group = outage.siteOutage();
        return new OutageRow(
                outage.id(),
                server.code(),
                server.name(),
                "/servers/" + server.code() + "#outages",
                site.map(Site::name).orElse(""),
                words.figures().since(outage.gap().from(), now),
                words.figures().duration(outage.gap().span(now).length()),
                outage.gap().isOpen(),
                Spelling.of(outage.cause()),
                words.cause(outage.cause()),
                outage.correction() == null ? words.confidence(outage.verdict().confidence()) : "",
                outage.verdict().provisional() && outage.correction() == null,
                evidence(outage, words),
                outage.corrected()
                        .map(correction -> words.messages().corrected(correction.by(), words.cause(correction.from())))
                        .orElse(""),
                outage.corrected().map(Correction::note).orElse(""),
                drill,
                group == null ? "" : words.messages().together(words.figures().count(machines.getOrDefault(group, 0))));
    }

    private static List<String> evidence(StoredOutage outage, OutageWords words) {
        List<Fact> facts = outage.verdict().facts();
        if (facts.isEmpty()) {
            return List.of(words.messages().nothingTold());
        }
        boolean siteOrLink = outage.cause() == Cause.UNKNOWN
                && facts.stream().map(Fact::what).anyMatch(What.SITE_SILENT::equals)
                && facts.stream().map(Fact::what).noneMatch(What.SITE_HEARD::equals);
        List<String> sentences =
                new ArrayList<>(facts.stream().map(words::sentence).toList());
        if (siteOrLink) {
            sentences.addFirst(words.messages().siteOrLink());
        }
        return sentences;
    }
}
