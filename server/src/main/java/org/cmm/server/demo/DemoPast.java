package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cmm.server.alert.PlayedAlerts;
import org.cmm.server.demo.DemoProgress.Phase;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.MadeUp;
import org.cmm.server.fleet.Rehearsal;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.incident.PlayedIncidents;
import org.cmm.server.outage.PlayedOutages;

/**
 * The past of the demo fleet: its samples and events come in late, as after a month without a line, and page nobody.
 * Then what would have happened meanwhile is played by the evaluators of every day, with the time of the past.
 */
@Singleton
class DemoPast {

    private static final double MEASURING = 0.55;
    private static final double ALERTING = 0.25;
    private static final double EXPLAINING = 0.15;

    /** Causes are found by a loop of their own; what it has not come to by then gets its lines without them. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DemoPlayer player;
    private final MadeUp madeUp;
    private final Rehearsal rehearsal;
    private final Played played;
    private final Forecasts forecasts;
    private final LatestSamples latest;
    private final Listing listing;
    private final InstantSource clock;

    /** What is played, in this order. */
    @Singleton
    record Played(PlayedAlerts alerts, PlayedOutages outages, PlayedIncidents incidents) {}

    DemoPast(
            DemoPlayer player,
            MadeUp madeUp,
            Rehearsal rehearsal,
            Played played,
            Forecasts forecasts,
            LatestSamples latest,
            Listing listing,
            InstantSource clock) {
        this.player = player;
        this.madeUp = madeUp;
        this.rehearsal = rehearsal;
        this.played = played;
        this.forecasts = forecasts;
        this.latest = latest;
        this.listing = listing;
        this.clock = clock;
    }

    void play(DemoRow demo, List<DemoAgent> agents, DemoProgress progress) throws InterruptedException {
        Gone fleet = madeUp.all();
        rehearsal.begin(fleet);
        try {
            progress.enter(
                    Phase.MEASURING, MEASURING, demo.machines() * demo.history().toHours());
            player.deliverPast(demo, agents, progress);
            forecasts.keepNow();
            progress.enter(Phase.ALERTING, ALERTING, demo.machines());
            played.alerts()
                    .play(
                            unheard(demo, agents),
                            new PlayedAlerts.Past(demo.oldest(), demo.start()),
                            () -> progress.step(1));
            explain(demo, fleet, progress);
            played.incidents().play(fleet, new DemoPeople(demo.seed(), listing), demo.start());
            latest.readAgain(fleet.servers());
            played.alerts().handOver(fleet.servers());
        } finally {
            rehearsal.end();
        }
        forecasts.renewNow();
    }

    private static Map<Integer, List<PlayedAlerts.Unheard>> unheard(DemoRow demo, List<DemoAgent> agents) {
        return agents.stream()
                .collect(Collectors.toMap(
                        agent -> agent.member().server(), agent -> agent.absences(demo.oldest(), demo.start()).stream()
                                .map(absence -> new PlayedAlerts.Unheard(absence.from(), absence.to()))
                                .toList()));
    }

    private void explain(DemoRow demo, Gone fleet, DemoProgress progress) throws InterruptedException {
        Instant now = clock.instant();
        played.outages().keep(fleet.servers(), demo.oldest(), now);
        long all = played.outages().waiting(fleet.servers(), now);
        progress.enter(Phase.EXPLAINING, EXPLAINING, all);
        long waiting = all;
        while (waiting > 0 && clock.instant().isBefore(now.plus(LONGEST_WAIT))) {
            TimeUnit.MILLISECONDS.sleep(300);
            long left = played.outages().waiting(fleet.servers(), now);
            progress.step(Math.max(0, waiting - left));
            waiting = left;
        }
    }
}
