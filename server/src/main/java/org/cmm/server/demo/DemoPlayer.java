package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cmm.core.demo.Days;
import org.cmm.core.demo.DemoFleet;
import org.cmm.core.demo.DemoMachine;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.EnrolmentReply;
import org.cmm.server.demo.DemoAgent.Member;
import org.cmm.server.fleet.MadeUp;
import org.cmm.server.history.SampleTimes;
import org.jboss.logging.Logger;

/** Lets made-up machines join, deliver their past and go on living. */
@Singleton
class DemoPlayer {

    private static final Logger LOG = Logger.getLogger(DemoPlayer.class);

    /** Real machines and people need CMM meanwhile. */
    private static final int AT_ONCE = 3;

    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration PORTION = Duration.ofDays(2);

    private final OwnIntake intake;
    private final MadeUp madeUp;
    private final SampleTimes measured;
    private final InstantSource clock;

    DemoPlayer(OwnIntake intake, MadeUp madeUp, SampleTimes measured, InstantSource clock) {
        this.intake = intake;
        this.madeUp = madeUp;
        this.measured = measured;
        this.clock = clock;
    }

    /** All machines join; those that have joined before are the same servers and get new secrets. */
    List<DemoAgent> join(DemoRow demo, DemoProgress progress) throws InterruptedException {
        awaitIntake();
        List<DemoMachine> fleet = DemoFleet.of(demo.machines(), demo.seed());
        Map<String, String> tokens = new HashMap<>();
        Map<String, Integer> sites = new HashMap<>();
        for (DemoMachine machine : fleet) {
            tokens.computeIfAbsent(
                    machine.site(),
                    name -> madeUp.token(
                            sites.computeIfAbsent(name, made -> madeUp.site(made, Days.ZONE)), fleet.size()));
        }
        List<DemoAgent> agents = each(fleet, machine -> {
            DemoAgent agent = join(demo, machine, tokens.getOrDefault(machine.site(), ""));
            progress.step(1);
            return agent;
        });
        madeUp.dropTokens();
        madeUp.changed();
        return agents;
    }

    private DemoAgent join(DemoRow demo, DemoMachine machine, String token) throws InterruptedException {
        EnrolmentReply reply = intake.post(
                Endpoints.ENROLMENT, "", AgentSpeech.enrolment(machine, demo.seed(), token), EnrolmentReply.class);
        int server = madeUp.describe(
                reply.serverId(),
                new MadeUp.Described(
                        machine.code(),
                        machine.name(),
                        machine.address(),
                        machine.owner(),
                        machine.model() == org.cmm.core.demo.Model.CLOUD,
                        machine.tags(),
                        machine.notes()));
        Member member = new Member(machine, server, reply.secret());
        return DemoAgent.introduce(intake, member, demo, newest(server, demo.oldest()));
    }

    private Instant newest(int server, Instant otherwise) {
        Instant now = clock.instant();
        return measured.around(server, now, now).stream().reduce(otherwise, (one, later) -> later);
    }

    void close() {
        intake.close();
    }

    /** Every machine delivers its past at once, as after a month without a line. */
    void deliverPast(DemoRow demo, List<DemoAgent> agents, DemoProgress progress) throws InterruptedException {
        each(agents, agent -> {
            for (Instant until = demo.oldest().plus(PORTION);
                    until.isBefore(demo.start());
                    until = until.plus(PORTION)) {
                agent.deliverPast(until);
                progress.step(PORTION.toHours());
            }
            if (agent.isAway(demo.start())) {
                agent.deliverPast(demo.start());
            }
            agent.deliverUntil(demo.start());
            agent.tellProcesses(demo.start());
            return agent;
        });
    }

    /** Each agent has its own moment within a round, as agents' jitter gives them. Ends by an interrupt. */
    void live(List<DemoAgent> agents) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (long round = 0; ; round++) {
                    round(agents, round, threads);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void round(List<DemoAgent> agents, long round, ExecutorService threads) throws InterruptedException {
        long begin = System.nanoTime();
        for (int turn = 0; turn < agents.size(); turn++) {
            DemoAgent agent = agents.get(turn);
            boolean snapshot = (round + turn) % 3 == 0;
            sleepUntil(begin + ROUND.toNanos() * turn / agents.size());
            threads.execute(() -> live(agent, snapshot));
        }
        sleepUntil(begin + ROUND.toNanos());
    }

    private void live(DemoAgent agent, boolean snapshot) {
        synchronized (agent) {
            try {
                agent.deliverUntil(clock.instant());
                if (snapshot) {
                    agent.tellProcesses(clock.instant());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DemoFault e) {
                LOG.debugf("%s delivers later: %s", agent.member().machine().code(), e.getMessage());
            }
        }
    }

    private void awaitIntake() throws InterruptedException {
        while (!intake.isOpen()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }

    /** Does the same for all, some at a time, and gives the results in order. */
    private static <T, R> List<R> each(List<T> all, Step<T, R> step) throws InterruptedException {
        List<Callable<R>> tasks = new ArrayList<>();
        all.forEach(one -> tasks.add(() -> step.take(one)));
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new DemoFault("the demo stops", e.getCause());
        }
    }

    private interface Step<T, R> {
        R take(T one) throws InterruptedException;
    }
}
