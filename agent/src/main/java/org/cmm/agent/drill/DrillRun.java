package org.cmm.agent.drill;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillReason;

/** Carries out one order, in a thread of its own. */
final class DrillRun implements Runnable {
    private static final long STEP_MILLIS = 500;

    private final Parts parts;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "drill");

    /**
     * What a run needs.
     *
     * @param stress begun by calling it
     * @param resources asked at each step
     * @param spoolShare of its limit that the spool takes
     * @param ended called once, when everything is undone
     */
    record Parts(
            Course course,
            Beginning stress,
            Supplier<Resources> resources,
            OrderWatch watch,
            LongSupplier millis,
            DoubleSupplier spoolShare,
            Ending ended) {}

    /** Begins a stress. */
    interface Beginning {
        Stress begin() throws IOException;
    }

    /** Is told that and why a run is over. */
    interface Ending {
        /** @param words for the journal, possibly empty */
        void over(DrillReason reason, String words);
    }

    DrillRun(Parts parts) {
        this.parts = parts;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
        if (parts.course().order().kind() != DrillFault.DOWNTIME) {
            parts.watch().start();
        }
    }

    boolean goesOn() {
        return thread.isAlive();
    }

    /** How long the agent is to stay silent for it. */
    long silentMillis() {
        boolean silent = parts.course().order().kind() == DrillFault.DOWNTIME && goesOn();
        return silent ? Math.max(0, parts.course().leftMillis(parts.millis().getAsLong())) : 0;
    }

    void stop(long atMostMillis) throws InterruptedException {
        stopping.countDown();
        thread.join(atMostMillis);
    }

    /** The edge of the thread: whatever goes wrong ends the drill, and everything is undone first. */
    @Override
    public void run() {
        DrillReason reason = DrillReason.BROKEN;
        String words = "";
        try (Stress stress = parts.stress().begin()) {
            reason = practise(stress);
        } catch (IOException | RuntimeException e) {
            words = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            reason = DrillReason.AGENT_STOPPED;
        } finally {
            parts.watch().end();
            parts.ended().over(reason, words);
        }
    }

    private DrillReason practise(Stress stress) throws IOException, InterruptedException {
        do {
            Resources now = parts.resources().get();
            Optional<DrillReason> end = parts.course().end(signs(now));
            if (end.isPresent()) {
                return end.get();
            }
            stress.step(now);
        } while (!stopping.await(STEP_MILLIS, TimeUnit.MILLISECONDS));
        return DrillReason.AGENT_STOPPED;
    }

    private Course.Signs signs(Resources now) {
        return new Course.Signs(
                parts.millis().getAsLong(),
                parts.watch().takenBack(),
                parts.watch().heardMillis(),
                now.freeMemory(),
                now.freeDisk(),
                parts.spoolShare().getAsDouble());
    }
}
