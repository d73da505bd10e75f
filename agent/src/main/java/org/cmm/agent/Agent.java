package org.cmm.agent;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.cmm.agent.clock.EpochClock;
import org.cmm.agent.clock.MachineClocks;
import org.cmm.agent.delivery.Deliveries;
import org.cmm.agent.delivery.Extras;
import org.cmm.agent.delivery.Pauses;
import org.cmm.agent.drill.Drills;
import org.cmm.agent.enrolment.Enrolment;
import org.cmm.agent.enrolment.Identity;
import org.cmm.agent.enrolment.IdentityFile;
import org.cmm.agent.enrolment.MachineId;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.link.HttpLink;
import org.cmm.agent.link.Link;
import org.cmm.agent.link.TrustedAuthority;
import org.cmm.agent.probe.Machine;
import org.cmm.agent.settings.DrillLimits;
import org.cmm.agent.settings.Settings;
import org.cmm.agent.settings.Trust;
import org.cmm.agent.spool.Limits;
import org.cmm.agent.spool.OpenedSpool;
import org.cmm.agent.spool.Spool;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Present;
import org.cmm.agent.status.AgentStatus.Waiting;
import org.cmm.agent.status.StatusFile;
import org.cmm.agent.status.StatusKeeper;
import org.cmm.agent.witness.EventBook;
import org.cmm.agent.witness.LastSign;
import org.cmm.agent.witness.Witness;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.protocol.Facts;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.Version;

/** The running agent: one thread samples, another delivers, the spool lies between them. */
final class Agent {
    static final int STOPPED = 0;
    static final int REFUSED = 3;
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(1);

    private final Settings settings;
    private final Journal journal;
    private final Machine machine;
    private final MachineClocks clocks;
    private final Extras extras = new Extras();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger(STOPPED);

    Agent(Settings settings, MachineClocks clocks, Journal journal) {
        this.settings = settings;
        this.clocks = clocks;
        this.journal = journal;
        this.machine = Machine.here(settings.hostRoot());
    }

    /** Makes {@link #run} return after one last delivery; from any thread. */
    void stop(int code) {
        exitCode.compareAndSet(STOPPED, code);
        stopping.countDown();
    }

    /**
     * Works until told to stop.
     *
     * @return the exit code
     * @throws IOException when the data directory or the authority file cannot be used; the message says why
     */
    int run() throws IOException, InterruptedException {
        try (var directory = DataDirectory.open(settings.dataDirectory())) {
            OptionalLong lastSign = LastSign.millis(directory.path());
            try (var spool = openSpool(directory)) {
                var identityFile = new IdentityFile(directory.path());
                Optional<Identity> identity = identityFile.read();
                if (identity.isEmpty() && settings.token().isEmpty()) {
                    throw new IOException(
                            "token is missing: this machine is not enrolled yet, give --token or --token-file");
                }
                refuseCopy(identity, directory);
                work(new Store(directory, spool, EventBook.open(directory.path()), lastSign), identityFile, identity);
                return exitCode.get();
            }
        }
    }

    /** Two machines under one identity would mix their samples; the server cannot tell them apart. */
    private void refuseCopy(Optional<Identity> identity, DataDirectory directory) throws IOException {
        if (identity.isPresent() && identity.get().isOfAnother(hardware())) {
            throw new IOException(
                    ("%s belongs to another machine, which is enrolled as %s: this disk was copied from it,"
                                    + " or its main board replaced. Empty the folder and enrol this machine with a token")
                            .formatted(directory.path(), identity.get().serverId()));
        }
    }

    private Optional<String> hardware() {
        return machine.hardware().map(MachineId::ofHardware);
    }

    /**
     * What outlives a run.
     *
     * @param lastSign when a run before last wrote anything
     */
    private record Store(DataDirectory directory, Spool spool, EventBook book, OptionalLong lastSign) {}

    private void work(Store store, IdentityFile identityFile, Optional<Identity> identity)
            throws IOException, InterruptedException {
        var random = new SecureRandom();
        var clock = new EpochClock(() -> random.nextLong() & SampleBatch.MAX_EPOCH, clocks.now());
        var timetable = new Timetable(clock, new SampleGrid(settings.interval()), journal, clocks.now());
        var pauses = new Pauses(settings.deliveryInterval(), random::nextDouble);
        warnOfPlainText();
        Link link = new HttpLink(settings.server(), trust());
        Drills drills = drills(store);
        Facts plain = machine.facts(Version.here(), settings.interval(), settings.deliveryInterval());
        Facts facts = drills.consent().map(plain::with).orElse(plain);
        extras.put(facts);
        var deliveries = new Deliveries(new Deliveries.Parts(
                link,
                store.spool(),
                pauses,
                extras,
                store.book(),
                clocks::now,
                timetable::beginEpoch,
                drills,
                journal,
                settings.server().toString()));
        var courier = new Courier(new Courier.Parts(
                deliveries,
                enrolment(link, identityFile, facts),
                identity,
                pauses,
                journal,
                () -> stop(REFUSED),
                new SpentToken(settings.tokenIn(), journal)::forget,
                status(store, drills),
                () -> waiting(store.spool()),
                drills::silence));
        var witness = new Witness(store.directory().path(), store.book(), clocks, journal, courier::hurry);
        witness.started(store.lastSign());
        drills.begin(courier::hurry);
        courier.start();
        sampleUntilStopped(new Sampling(new Sampling.Parts(
                machine, timetable, store.spool(), extras, witness, settings.deliveryInterval(), journal)));
        drills.stop();
        witness.stopping();
        courier.stop(LAST_DELIVERY);
        witness.stopped();
    }

    private Drills drills(Store store) throws IOException {
        Optional<SSLContext> trust = settings.drills().allowsAny() ? trust() : Optional.empty();
        return new Drills(new Drills.Parts(
                settings.drills(),
                store.directory().path(),
                () -> Machine.here(settings.hostRoot()),
                store.book(),
                clocks::now,
                () -> new HttpLink(settings.server(), trust),
                () -> (double) store.spool().bytes() / settings.spoolBytes(),
                journal));
    }

    private StatusKeeper status(Store store, Drills drills) {
        var run = new StatusKeeper.Run(ProcessHandle.current().pid(), Version.here(), settings.server());
        return new StatusKeeper(
                new StatusFile(store.directory().path()),
                run,
                () -> practice(drills),
                () -> Instant.ofEpochMilli(clocks.now().wallMillis()));
    }

    private Practice practice(Drills drills) {
        DrillLimits limits = settings.drills();
        return new Practice(
                limits.faults().stream().sorted().map(DrillFault::word).collect(Collectors.toList()),
                limits.longest().toSeconds(),
                drills.present()
                        .map(drill -> new Present(
                                drill.order().fault(),
                                drill.sinceMillis(),
                                drill.order().seconds())));
    }

    private static Waiting waiting(Spool spool) {
        try {
            var oldest = spool.oldest(1);
            OptionalLong time = oldest.isPresent()
                    ? OptionalLong.of(oldest.get().rows().get(0).row().atMillis())
                    : OptionalLong.empty();
            return new Waiting(spool.waiting(), spool.bytes(), time);
        } catch (IOException e) {
            return new Waiting(spool.waiting(), spool.bytes(), OptionalLong.empty());
        }
    }

    private void sampleUntilStopped(Sampling sampling) throws InterruptedException {
        sampling.begin(clocks.now());
        while (!stopping.await(sampling.millisToNext(clocks.now()), TimeUnit.MILLISECONDS)) {
            sampling.sampleIfDue(clocks.now());
        }
    }

    private Spool openSpool(DataDirectory directory) throws IOException {
        OpenedSpool opened = Spool.open(directory.spool(), new Limits(settings.spoolBytes(), settings.spoolAge()));
        opened.damage().ifPresent(journal::say);
        return opened.spool();
    }

    private Optional<SSLContext> trust() throws IOException {
        Optional<Trust> trust = settings.authority();
        if (trust.isEmpty()) {
            return Optional.empty();
        }
        TrustedAuthority authority = trust.get() instanceof Trust.Fingerprint fingerprint
                ? new TrustedAuthority.ByFingerprint(fingerprint.sha256())
                : TrustedAuthority.in(((Trust.Certificates) trust.get()).file());
        return Optional.of(authority.context());
    }

    private void warnOfPlainText() {
        if (!settings.encrypts() && !settings.staysOnThisMachine()) {
            journal.say("warning: to %s everything goes unencrypted, this machine's secret too; use https://"
                    .formatted(settings.server()));
        }
    }

    private Optional<Enrolment> enrolment(Link link, IdentityFile file, Facts facts) {
        return settings.token()
                .map(token -> new EnrolmentRequest(
                        token,
                        facts.hostName(),
                        MachineId.of(machine.identity(), facts.hostName()),
                        hardware().orElse(null),
                        facts.addresses(),
                        System.getProperty("os.name"),
                        facts.agentVersion()))
                .map(request -> new Enrolment(link, file, request));
    }
}
