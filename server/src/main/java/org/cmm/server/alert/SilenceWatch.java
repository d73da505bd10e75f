package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.cmm.core.alert.AlertEvent.Cause;
import org.cmm.core.alert.Contact;
import org.cmm.core.alert.Silence;
import org.cmm.core.alert.Silence.Silent;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.history.LatestSamples;

/**
 * Which machines are silent. Looks at every server that ever sent a sample, once a tick; guarded by its own monitor.
 *
 * <p>One process ticks. Several would each raise the same silence at their own moment; the database admits one open
 * alert of a subject, so a lease is needed only to spare work, and comes with the second process.
 */
@Singleton
class SilenceWatch {

    /**
     * How CMM listens at a tick.
     *
     * @param since since when without a break
     * @param watched which servers somebody wants to hear of
     * @param pauses of those servers whose agents are quiet on purpose for longer than usual, how much longer
     */
    record Listener(Instant since, IntPredicate watched, Map<Integer, Duration> pauses) {}

    private final LatestSamples latest;
    private final AlertWriter writer;
    private final Map<Integer, Silence> states = new HashMap<>();

    SilenceWatch(LatestSamples latest, AlertWriter writer) {
        this.latest = latest;
        this.writer = writer;
    }

    /** Machines that were silent before this start are so until something arrives from them after it. */
    synchronized void takeOver(List<OpenAlert> silences, Instant start) {
        states.clear();
        for (OpenAlert open : silences) {
            Instant silentSince = silentSince(open);
            states.put(open.serverId(), new Silent(silentSince.isAfter(start) ? silentSince : start, open.since()));
        }
    }

    /** Machines that are silent since the past that was played of them, until something arrives. */
    synchronized void takeOver(List<OpenAlert> silences) {
        for (OpenAlert open : silences) {
            states.put(open.serverId(), new Silent(silentSince(open), open.since()));
        }
    }

    private static Instant silentSince(OpenAlert open) {
        return open.since().minus(Duration.ofMillis(Math.round(open.value() * 1000)));
    }

    /** As if nothing had ever been heard of these servers. */
    synchronized void forget(Collection<Integer> servers) {
        states.keySet().removeAll(servers);
    }

    /** Raises and clears what is due. */
    synchronized void tick(IntFunction<Optional<SilenceRule>> rules, Listener listener, Instant now) {
        List<AlertChange> changes = new ArrayList<>();
        for (int server : latest.servers()) {
            long last = latest.lastContactMillis(server);
            Optional<SilenceRule> rule =
                    last > 0 && listener.watched().test(server) ? rules.apply(server) : Optional.empty();
            if (rule.isPresent()) {
                Contact contact = new Contact(
                        Instant.ofEpochMilli(last),
                        listener.since(),
                        listener.pauses().getOrDefault(server, Duration.ZERO));
                Silence.Step step = Silence.step(rule.get(), states.getOrDefault(server, Silence.HEARD), contact, now);
                step.event().ifPresent(event -> {
                    states.put(server, step.state());
                    changes.add(AlertChange.of(server, event));
                });
            }
        }
        var _ = writer.submit(changes);
    }

    /** Where nobody looks for silence any more, its alert is over. */
    synchronized void adopt(IntFunction<Optional<SilenceRule>> rules, Instant at) {
        List<AlertChange> changes = new ArrayList<>();
        states.entrySet().removeIf(known -> {
            boolean unwatched = rules.apply(known.getKey()).isEmpty();
            if (unwatched && known.getValue() instanceof Silent silent) {
                changes.add(new AlertChange.Cleared(AlertKey.of(known.getKey(), silent), at, Cause.RULE_CHANGED, ""));
            }
            return unwatched;
        });
        var _ = writer.submit(changes);
    }
}
