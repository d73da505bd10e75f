package org.cmm.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cmm.agent.delivery.Deliveries;
import org.cmm.agent.delivery.Pauses;
import org.cmm.agent.enrolment.Enrolment;
import org.cmm.agent.enrolment.EnrolmentOutcome;
import org.cmm.agent.enrolment.Identity;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.status.AgentStatus.Waiting;
import org.cmm.agent.status.StatusKeeper;

/** The thread that enrols and delivers. Told to stop, it delivers once more. */
final class Courier implements Runnable {
    /**
     * What a courier needs; the enrolment is there only while a token is known.
     *
     * @param refused is run when nothing can come of this token
     * @param silence how long to deliver nothing yet, zero but in a drill
     * @param known is run, more than once, when the server knows this machine and no token is needed
     */
    record Parts(
            Deliveries deliveries,
            Optional<Enrolment> enrolment,
            Optional<Identity> identity,
            Pauses pauses,
            Journal journal,
            Runnable refused,
            Runnable known,
            StatusKeeper status,
            Supplier<Waiting> waiting,
            Supplier<Duration> silence) {}

    private final Parts parts;
    private final Alarm alarm = new Alarm();
    private final Thread thread = new Thread(this, "courier");
    private Optional<Identity> identity;
    private boolean tokenTried;
    private int failures;
    private String trouble = "";
    private String lastFault = "";

    Courier(Parts parts) {
        this.parts = parts;
        this.identity = parts.identity();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Delivers soon, because something has happened; from any thread. */
    void hurry() {
        alarm.ring();
    }

    /** Ends the thread after one last delivery, or without it when that takes longer. */
    void stop(Duration atMost) throws InterruptedException {
        alarm.end();
        thread.join(atMost.toMillis());
    }

    @Override
    public void run() {
        try {
            Duration pause = Duration.ZERO;
            while (alarm.sleep(pause)) {
                pause = step();
                report();
            }
            while (identity.isPresent() && step().isZero()) {
                // the rest goes out, as long as the time allows
            }
            report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() {
        parts.status()
                .tried(
                        identity.map(Identity::serverId),
                        identity.isPresent() ? parts.deliveries().trouble() : Optional.of(trouble),
                        parts.deliveries().deliveredMillis(),
                        parts.waiting().get());
    }

    /** The edge of the loop: whatever goes wrong is said once and tried again. */
    private Duration step() {
        Duration silent = parts.silence().get();
        if (!silent.isZero()) {
            return silent;
        }
        try {
            Duration pause = identity.isPresent() ? deliver(identity.get()) : enrol();
            lastFault = "";
            return pause;
        } catch (IOException | RuntimeException e) {
            return fault(e);
        }
    }

    /**
     * A machine whose secret was revoked is enrolled again if it was given a token, once a run: two agents on one
     * machine would else take turns for ever.
     */
    private Duration deliver(Identity known) throws IOException {
        Duration pause = parts.deliveries().deliver(known.secret());
        if (parts.deliveries().connected()) {
            parts.known().run();
        }
        boolean again = parts.deliveries().revoked() && parts.enrolment().isPresent() && !tokenTried;
        return again ? enrol() : pause;
    }

    private Duration enrol() throws IOException {
        EnrolmentOutcome outcome = parts.enrolment().orElseThrow().attempt();
        if (outcome instanceof EnrolmentOutcome.Enrolled enrolled) {
            identity = Optional.of(enrolled.identity());
            tokenTried = true;
            failures = 0;
            parts.journal().say("enrolled as " + enrolled.identity().serverId());
            parts.known().run();
            return Duration.ZERO;
        }
        if (outcome instanceof EnrolmentOutcome.Refused refused) {
            parts.journal().say("the token was refused, ask for a new one: " + refused.why());
            tokenTried = true;
            if (identity.isEmpty()) {
                parts.refused().run();
            }
            return Pauses.LONGEST;
        }
        trouble = ((EnrolmentOutcome.Later) outcome).why();
        if (failures++ == 0) {
            parts.journal().say("cannot enrol yet: %s; samples are kept".formatted(trouble));
        }
        return parts.pauses().afterFailures(failures);
    }

    private Duration fault(Exception fault) {
        String words = String.valueOf(fault);
        if (!words.equals(lastFault)) {
            parts.journal().say("delivery failed, which is a fault of the agent or of its disk: " + words);
            lastFault = words;
        }
        return parts.pauses().afterFailures(++failures);
    }
}
