package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Fact.What;
import org.cmm.core.outage.SiteSigns;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.SampleTimes;

/** What the other machines of a site did when one fell silent. */
@Singleton
class Neighbours {

    /** Machines are heard every half a minute, so those that go together go within a minute and a half. */
    static final Duration SAME_MINUTE = Duration.ofSeconds(90);

    /** Between two deliveries of an agent, and a little: what is measured later was not lost with the first. */
    private static final Duration NOT_TOGETHER = Duration.ofSeconds(45);

    private static final int ENOUGH = 4;
    private static final Duration LATER = Duration.ofMinutes(5);

    private final Outages outages;
    private final SampleTimes measured;
    private final Listing listing;

    Neighbours(Outages outages, SampleTimes measured, Listing listing) {
        this.outages = outages;
        this.measured = measured;
        this.listing = listing;
    }

    /** Other machines' outages that began in the same minute, and what all the others did. */
    record Seen(List<StoredOutage> together, SiteSigns signs) {}

    Seen of(StoredOutage outage, Instant now) {
        List<Integer> others = others(outage.serverId());
        Instant from = outage.gap().from();
        Span minute = new Span(from.minus(SAME_MINUTE), from.plus(SAME_MINUTE));
        List<StoredOutage> together = outages.begunWithin(others, minute);
        int heard = others.isEmpty() ? 0 : heard(others, from, now);
        return new Seen(
                together,
                new SiteSigns(
                        heard,
                        together.size(),
                        count(together, one -> !one.gap().isOpen()),
                        count(together, one -> has(one, What.STARTED_AGAIN)),
                        count(together, one -> has(one, What.CONTINUED)),
                        count(together, one -> has(one, What.MAINS_LOST) || has(one, What.ON_BATTERY)),
                        everywhere(outage.serverId(), others, minute)));
    }

    /** Whether three of four machines elsewhere went with it, and those are more than chance brings together. */
    private boolean everywhere(int serverId, List<Integer> ofSite, Span minute) {
        boolean madeUp = listing.server(serverId).filter(Server::demo).isPresent();
        List<Integer> elsewhere = listing.servers().stream()
                .filter(server -> server.retiredAt() == null && server.id() != serverId && server.demo() == madeUp)
                .map(Server::id)
                .filter(id -> !ofSite.contains(id))
                .toList();
        int gone = outages.countBegunWithin(elsewhere, minute);
        return gone >= ENOUGH && gone * 4 >= elsewhere.size() * 3;
    }

    /** Those with samples a little later, unless they were silent then and delivered them afterwards. */
    private int heard(Collection<Integer> others, Instant from, Instant now) {
        Span then = new Span(from, from.plus(LATER));
        Set<Integer> silent = outages.during(others, then).stream()
                .map(StoredOutage::serverId)
                .collect(Collectors.toSet());
        List<Integer> maybe =
                others.stream().filter(other -> !silent.contains(other)).toList();
        return measured.measuredBetween(
                        maybe, from.plus(NOT_TOGETHER), from.plus(LATER).isBefore(now) ? then.to() : now)
                .size();
    }

    private List<Integer> others(int serverId) {
        Integer site = listing.server(serverId).map(Server::site).orElse(null);
        return site == null
                ? List.of()
                : listing.servers().stream()
                        .filter(server -> server.retiredAt() == null
                                && server.id() != serverId
                                && Objects.equals(server.site(), site))
                        .map(Server::id)
                        .toList();
    }

    private static int count(List<StoredOutage> all, Predicate<StoredOutage> which) {
        return (int) all.stream().filter(which).count();
    }

    static boolean has(StoredOutage outage, What what) {
        return outage.verdict().facts().stream().map(Fact::what).anyMatch(what::equals);
    }
}
