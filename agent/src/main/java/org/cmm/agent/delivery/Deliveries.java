package org.cmm.agent.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.EpochTimes;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.link.Content;
import org.cmm.agent.link.Exchange;
import org.cmm.agent.link.Exchange.Answered;
import org.cmm.agent.link.Link;
import org.cmm.agent.link.Messages;
import org.cmm.agent.spool.Spool;
import org.cmm.agent.spool.SpooledBatch;
import org.cmm.agent.spool.SpooledRow;
import org.cmm.agent.witness.EventBook;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutReply;
import org.cmm.protocol.Refusal;
import org.cmm.protocol.SampleBatch;

/** Sends the oldest rows and removes them from the spool once the server has them. Used by one thread. */
public final class Deliveries {
    private final Link link;
    private final Spool spool;
    private final Pauses pauses;
    private final ExtraDeliveries extras;
    private final Supplier<Moment> clocks;
    private final Runnable newEpoch;
    private final DrillOrders drills;
    private final Journal journal;
    private final LinkState state;
    private final BatchSize size = new BatchSize();
    private final Map<Layout, Integer> layouts = new HashMap<>();
    private Optional<Anchor> latest = Optional.empty();
    private OptionalLong deliveredMillis = OptionalLong.empty();
    private boolean refusalSaid;

    /** What deliveries need; see each. */
    public record Parts(
            Link link,
            Spool spool,
            Pauses pauses,
            Extras extras,
            EventBook book,
            Supplier<Moment> clocks,
            Runnable newEpoch,
            DrillOrders drills,
            Journal journal,
            String server) {}

    public Deliveries(Parts parts) {
        link = parts.link();
        spool = parts.spool();
        pauses = parts.pauses();
        clocks = parts.clocks();
        newEpoch = parts.newEpoch();
        drills = parts.drills();
        journal = parts.journal();
        extras = new ExtraDeliveries(link, parts.extras(), parts.book(), clocks, journal);
        state = new LinkState(journal, parts.server());
    }

    /**
     * Delivers one batch, if there is one.
     *
     * @return how long to wait before the next; zero when more is waiting
     * @throws IOException when the spool cannot be read or written
     */
    public Duration deliver(String secret) throws IOException {
        long waiting = spool.waiting();
        Optional<SpooledBatch> oldest = spool.oldest(size.rows());
        if (oldest.isEmpty()) {
            if (state.connectedNow() && latest.isPresent()) {
                extras.send(secret, latest.get());
            }
            return state.connectedNow() ? pauses.usual() : pauses.untilFirstSample();
        }
        SpooledBatch batch = oldest.get();
        Answer answer = send(batch, secret);
        if (answer instanceof Answer.Delivered delivered) {
            settle(batch, delivered);
            delivered.drill().ifPresent(order -> drills.ordered(order, secret));
            extras.send(secret, batch.rows().get(0).anchor());
            return waiting > batch.rows().size() ? Duration.ZERO : pauses.usual();
        }
        return answer instanceof Answer.Unacceptable refused ? split(batch, refused) : failed(batch, answer);
    }

    /** Why there is no connection, empty before the first attempt; nothing while there is one. */
    public Optional<String> trouble() {
        return state.trouble();
    }

    /** When the last batch was taken, by the clock that people set; nothing before the first in this run. */
    public OptionalLong deliveredMillis() {
        return deliveredMillis;
    }

    /** Whether the latest batch was accepted. */
    public boolean connected() {
        return state.connectedNow();
    }

    /** Whether the server's latest word was that it does not accept the secret. */
    public boolean revoked() {
        return state.revokedNow();
    }

    private Answer send(SpooledBatch batch, String secret) {
        SpooledRow first = batch.rows().get(0);
        Integer number = layouts.get(first.layout());
        if (number == null) {
            return announce(batch, secret);
        }
        return Answers.of(link.send("POST", Endpoints.SAMPLES, content(batch, first, number), Optional.of(secret)));
    }

    private Content content(SpooledBatch batch, SpooledRow first, int number) {
        Moment now = clocks.get();
        long epoch = first.anchor().epoch();
        long time = EpochTimes.at(now, spool.stretches()).getOrDefault(epoch, now.wallMillis());
        var rows = batch.rows().stream().map(SpooledRow::row).toList();
        byte[] bytes = BatchCodec.encode(
                new SampleBatch(number, epoch, time, rows), first.layout().decimals());
        return Content.packed(bytes);
    }

    private Answer announce(SpooledBatch batch, String secret) {
        Layout layout = batch.rows().get(0).layout();
        Exchange exchange = link.send("POST", Endpoints.LAYOUTS, Messages.write(layout), Optional.of(secret));
        Optional<LayoutReply> reply = exchange instanceof Answered answered && answered.status() / 100 == 2
                ? Messages.readLayout(answered.body())
                : Optional.empty();
        if (reply.isEmpty()) {
            return notAnnounced(exchange);
        }
        layouts.put(layout, reply.get().layout());
        return send(batch, secret);
    }

    /** An answer that would count as delivered for a batch means nothing for a layout. */
    private static Answer notAnnounced(Exchange exchange) {
        Answer answer = Answers.of(exchange);
        return answer instanceof Answer.Delivered
                ? new Answer.Later(Optional.empty(), "the server's answer to a layout cannot be read")
                : answer;
    }

    private void settle(SpooledBatch batch, Answer.Delivered delivered) throws IOException {
        spool.acknowledge(batch);
        latest = Optional.of(batch.rows().get(0).anchor());
        size.taken();
        deliveredMillis = OptionalLong.of(clocks.get().wallMillis());
        state.connected(clocks.get().elapsedMillis(), spool.waiting());
        report(delivered.refused());
        if (delivered.newEpoch()) {
            newEpoch.run();
        }
    }

    private Duration split(SpooledBatch batch, Answer.Unacceptable refused) throws IOException {
        if (batch.rows().size() > 1) {
            size.refused(batch.rows().size());
            return Duration.ZERO;
        }
        spool.acknowledge(batch);
        report(List.of(new Refusal(0, refused.why())));
        return spool.waiting() > 0 ? Duration.ZERO : pauses.usual();
    }

    private Duration failed(SpooledBatch batch, Answer answer) {
        long elapsed = clocks.get().elapsedMillis();
        if (answer instanceof Answer.Revoked) {
            state.revoked(elapsed);
            return pauses.afterRevocation();
        }
        if (answer instanceof Answer.Later later) {
            return pauses.afterFailures(state.lost(elapsed, later.why()), later.after());
        }
        boolean forgotten = layouts.remove(batch.rows().get(0).layout()) != null;
        int failures = state.unknownLayout();
        return forgotten && failures == 1 ? Duration.ZERO : pauses.afterFailures(failures);
    }

    /** Says so once a run: what one row is refused for, its neighbours will be, too. */
    private void report(List<Refusal> refused) {
        if (!refused.isEmpty() && !refusalSaid) {
            refusalSaid = true;
            journal.say("the server will never take %d sample(s), which are given up: %s"
                    .formatted(refused.size(), refused.get(0).reason()));
        }
    }
}
