package org.cmm.server.calibration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.core.calibration.Finding;
import org.cmm.core.calibration.Past;
import org.cmm.core.outage.Span;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Substreams;
import org.cmm.core.statistics.Lifetime;
import org.cmm.server.calibration.Calibration.Laws;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.Period;
import org.cmm.server.outage.Scope;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Settings;

/** Fits laws to the records. One question is answered at a time, and the answer is kept for a minute. */
@Singleton
class Calibrations {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20;

    /** The test of a law draws by chance; the same records are to give the same answer. */
    private static final long SEED = 20261129;

    private final Pasts pasts;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    /** Guarded by this object's monitor, the oldest first. */
    private final Map<CalibrationQuery, Answer> answers = new LinkedHashMap<>();

    Calibrations(Pasts pasts, Listing listing, InstantSource clock, Settings settings) {
        this.pasts = pasts;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    private record Answer(Calibration calibration, Instant at) {}

    /** @throws org.cmm.server.platform.ProblemException naming whatever the query asks wrongly */
    synchronized Calibration of(CalibrationQuery query) {
        Instant now = clock.instant();
        answers.values()
                .removeIf(answer ->
                        answer.at().plus(KEPT).isBefore(now) || answer.at().isAfter(now));
        Answer kept = answers.get(query);
        if (kept != null) {
            return kept.calibration();
        }
        Calibration calibration = calculate(query, now);
        if (answers.size() >= MOST_KEPT) {
            answers.remove(answers.keySet().iterator().next());
        }
        answers.put(query, new Answer(calibration, now));
        return calibration;
    }

    private Calibration calculate(CalibrationQuery query, Instant now) {
        Span asked = span(query, now);
        Scope scope = Scope.of("", query.site(), listing);
        List<Server> servers = realFirst(scope.servers(listing, asked));
        boolean madeUp = servers.stream().anyMatch(Server::demo);
        Pasts.Found found = pasts.upTo(asked.to(), servers);
        Span span = found.begin()
                .filter(asked::holds)
                .map(begin -> new Span(begin, asked.to()))
                .orElse(asked);
        Substreams streams = RandomStreams.of(SEED).replication(0);
        List<Laws> laws = new ArrayList<>();
        found.byTrouble().forEach((trouble, units) -> {
            RandomStream stream = streams.take();
            if (query.wants(trouble)) {
                laws.add(laws(trouble, units, span.from(), stream));
            }
        });
        if (laws.isEmpty()) {
            throw Problem.invalid(List.of(new FieldFault(
                            "kind",
                            "'kind' must be one of %s, was '%.60s'"
                                    .formatted(
                                            found.byTrouble().keySet().stream()
                                                    .map(Trouble::word)
                                                    .collect(Collectors.joining(", ")),
                                            query.kind()))))
                    .exception();
        }
        return new Calibration(span, found.machines().size(), madeUp, unexplained(found, span), laws);
    }

    /** Made-up machines count only where there are no others. */
    private static List<Server> realFirst(List<Server> servers) {
        List<Server> real = servers.stream().filter(server -> !server.demo()).toList();
        return real.isEmpty() ? servers : real;
    }

    private static Laws laws(Trouble trouble, List<Past> units, Instant since, RandomStream stream) {
        List<Lifetime> lives =
                units.stream().flatMap(past -> past.lives(since).stream()).toList();
        List<Lifetime> repairs =
                units.stream().flatMap(past -> past.repairs(since).stream()).toList();
        return new Laws(trouble, units.size(), Finding.of(lives, stream), Finding.of(repairs, stream));
    }

    private static int unexplained(Pasts.Found found, Span span) {
        return (int) found.unexplained().stream().filter(span::holds).count();
    }

    /** All that is on record, where no beginning is said. */
    private Span span(CalibrationQuery query, Instant now) {
        Span asked = new Period(query.from(), query.to()).span(institution, now);
        Instant to = asked.to().isAfter(now) ? now : asked.to();
        Instant from = query.from().isEmpty() ? to.minus(Period.LONGEST) : asked.from();
        return from.isBefore(to) ? new Span(from, to) : asked;
    }

    /** All that laws can be asked for of. */
    List<Trouble> troubles() {
        return pasts.troubles();
    }

    List<Site> sites() {
        return listing.sites();
    }

    ZoneId zone() {
        return institution;
    }
}
