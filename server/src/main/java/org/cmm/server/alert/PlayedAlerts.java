package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.Contact;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.alert.Silence;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.history.StoredSamples;

/**
 * The alerts that a made-up past would have raised: the evaluators that page people, by the rules in force now, over
 * what is on disk, with the time of each sample as its clock. Samples that are late page nobody, so this is the only
 * way in which the past gets alerts, and it is open to servers that do not exist and to no others.
 */
@Singleton
public class PlayedAlerts {

    private static final int AT_ONCE = 500;
    /** Agents deliver every half a minute, each at a moment of its own. */
    private static final int PACE_SECONDS = 30;

    private final StoredSamples samples;
    private final Forecasts forecasts;
    private final RuleBook book;
    private final AlertTable table;
    private final Handing handing;

    /** Who takes over when the past has become the present. */
    @Singleton
    record Handing(AlertEngine engine, OpenAlerts open, SilenceWatch silences) {}

    PlayedAlerts(StoredSamples samples, Forecasts forecasts, RuleBook book, AlertTable table, Handing handing) {
        this.samples = samples;
        this.forecasts = forecasts;
        this.book = book;
        this.table = table;
        this.handing = handing;
    }

    /**
     * A stretch in which nobody heard of a machine.
     *
     * @param to when it was heard again; may lie ahead
     */
    public record Unheard(Instant from, Instant to) {}

    /** A stretch of the past. */
    public record Past(Instant from, Instant until) {}

    private record Timed(Instant at, AlertChange change) {}

    /**
     * Works them out and writes them in the order of their times.
     *
     * @param machines when each was not heard, oldest first
     * @param machineDone is told after each machine
     */
    public void play(Map<Integer, List<Unheard>> machines, Past past, Runnable machineDone) {
        List<Timed> all = new ArrayList<>();
        machines.forEach((server, unheard) -> {
            InForce rules = book.inForce(server);
            all.addAll(onMetrics(server, rules.onMetrics(), unheard, past));
            all.addAll(onForecasts(server, rules.onMetrics(), past));
            rules.onSilence().ifPresent(rule -> all.addAll(onSilence(server, rule, unheard, past)));
            machineDone.run();
        });
        all.sort(Comparator.comparing(Timed::at));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            table.save(all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(Timed::change)
                    .toList());
        }
    }

    /** From here on these machines are judged as all others are, from what the past has left. */
    public void handOver(Collection<Integer> servers) {
        List<OpenAlert> open = table.openOf(servers);
        handing.engine().forget(servers);
        handing.silences().forget(servers);
        handing.open().replace(servers, open);
        handing.silences()
                .takeOver(open.stream()
                        .filter(alert -> alert.rule().equals(AlertKey.SILENT))
                        .toList());
    }

    private List<Timed> onMetrics(int server, Rules rules, List<Unheard> unheard, Past past) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(rules, past.from());
        List<AlertEvent> events = new ArrayList<>();
        samples.eachBetween(
                server,
                past.from(),
                past.until(),
                rows -> events.addAll(Evaluation.events(watch, rows, at -> cameInTime(at, unheard))));
        return timed(server, events);
    }

    /** What was measured while nobody heard of it came late, and pages nobody. */
    private static boolean cameInTime(long atMillis, List<Unheard> unheard) {
        Instant at = Instant.ofEpochMilli(atMillis);
        return unheard.stream()
                .noneMatch(gap -> at.isAfter(gap.from()) && at.isBefore(gap.to().minus(Evaluation.OLDEST_THAT_PAGES)));
    }

    private List<Timed> onForecasts(int server, Rules rules, Past past) {
        List<Rule> foretold =
                rules.all().stream().filter(rule -> rule.kind().isForetold()).toList();
        if (foretold.isEmpty()) {
            return List.of();
        }
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(new Rules(foretold), past.from());
        List<AlertEvent> events = new ArrayList<>();
        new Foretold(forecasts.known(server)).eachDay(past.from(), past.until(), (at, forecast) -> {
            watch.observe(at, List.of(), new double[0]);
            events.addAll(watch.foretell(forecast));
        });
        return timed(server, events);
    }

    private static List<Timed> onSilence(int server, SilenceRule rule, List<Unheard> unheard, Past past) {
        List<Timed> changes = new ArrayList<>();
        Silence state = Silence.HEARD;
        Duration turn = Duration.ofSeconds(Math.floorMod(server * 7L, PACE_SECONDS));
        for (Unheard gap : unheard) {
            Instant raised = gap.from().plus(rule.after()).plus(turn).truncatedTo(ChronoUnit.MILLIS);
            Instant heard = gap.to().plus(turn);
            if (gap.to().isAfter(raised) && raised.isBefore(past.until())) {
                state = stepped(server, rule, state, new Tick(gap.from(), raised), changes);
                if (heard.isBefore(past.until())) {
                    state = stepped(server, rule, state, new Tick(heard, heard), changes);
                }
            }
        }
        return changes;
    }

    private record Tick(Instant contact, Instant now) {}

    private static Silence stepped(int server, SilenceRule rule, Silence state, Tick tick, List<Timed> changes) {
        Contact contact = new Contact(tick.contact(), Instant.EPOCH, Duration.ZERO);
        Silence.Step step = Silence.step(rule, state, contact, tick.now());
        Optional<Silence.Event> event = step.event();
        event.ifPresent(one -> changes.add(new Timed(tick.now(), AlertChange.of(server, one))));
        return step.state();
    }

    private static List<Timed> timed(int server, List<AlertEvent> events) {
        return events.stream()
                .map(event -> new Timed(at(event), AlertChange.of(server, event)))
                .toList();
    }

    private static Instant at(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised raised -> raised.alert().raisedAt();
            case AlertEvent.SeverityChanged changed -> changed.at();
            case AlertEvent.Cleared cleared -> cleared.at();
        };
    }
}
