package org.cmm.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Fills a CMM with a made-up fleet and keeps it alive until it is stopped. It lives outside the product and uses
 * nothing but its interfaces, so that {@code ./cmm up} can never show a machine that does not exist.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ROUND = Duration.ofSeconds(20);

    private final DemoOptions options;
    private final CmmApi api;

    private Demo(DemoOptions options) {
        this.options = options;
        this.api = new CmmApi(options.url());
    }

    public static void main(String... arguments) throws InterruptedException {
        try {
            new Demo(DemoOptions.read(arguments)).run();
        } catch (DemoFailure e) {
            System.err.println("Demo: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        awaitReady();
        Administrator administrator = Administrator.comeIn(api, options.log());
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<DemoMachine> fleet = DemoFleet.of(options.machines(), options.seed());
        System.out.printf("Demo: %d machines join%n", fleet.size());
        List<DemoAgent> agents =
                each(fleet, machine -> DemoAgent.enrol(api, administrator, machine, options.seed(), start));
        System.out.printf(
                "Demo: they deliver %d h of history%n", options.history().toHours());
        Instant oldest = start.minus(options.history());
        each(agents, agent -> {
            agent.deliverPast(administrator.newestSample(agent.machine(), oldest));
            agent.tellProcesses(start);
            return agent;
        });
        System.out.printf(
                "%n%d made-up machines are on %s/fleet%nLog in as '%s' with the password '%s'%n%n",
                fleet.size(), api.url(), Administrator.NAME, Administrator.PASSWORD);
        live(agents);
    }

    private void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!api.get("/health/ready", "").ok()) {
            if (Instant.now().isAfter(deadline)) {
                throw new DemoFailure("there is no CMM at " + api.url());
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Each agent has its own moment within a round, as agents' jitter gives them. */
    private void live(List<DemoAgent> agents) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long round = 0; ; round++) {
                long begin = System.nanoTime();
                for (int turn = 0; turn < agents.size(); turn++) {
                    DemoAgent agent = agents.get(turn);
                    boolean snapshot = (round + turn) % 3 == 0;
                    sleepUntil(begin + ROUND.toNanos() * turn / agents.size());
                    threads.execute(() -> live(agent, snapshot));
                }
                sleepUntil(begin + ROUND.toNanos());
            }
        }
    }

    private static void live(DemoAgent agent, boolean snapshot) {
        agent.deliverUntil(Instant.now());
        if (snapshot) {
            agent.tellProcesses(Instant.now());
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }

    private interface Step<T, R> {
        R take(T one) throws Exception;
    }

    /** Does the same for all, side by side, and gives the results in order. */
    private static <T, R> List<R> each(List<T> all, Step<T, R> step) throws InterruptedException {
        List<Callable<R>> tasks = new ArrayList<>();
        all.forEach(one -> tasks.add(() -> step.take(one)));
        List<R> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<R> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailure failure ? failure : new DemoFailure(String.valueOf(e.getCause()));
        }
    }
}
