package org.cmm.agent.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.link.Exchange;
import org.cmm.agent.link.Exchange.Answered;
import org.cmm.agent.link.Link;
import org.cmm.agent.link.Messages;
import org.cmm.agent.witness.EventBook;
import org.cmm.agent.witness.Noted;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEvents;

/** Sends what goes along with samples: facts, processes and events. Used by one thread. */
record ExtraDeliveries(Link link, Extras extras, EventBook book, Supplier<Moment> clocks, Journal journal) {

    /**
     * Sends what there is; what was not taken is sent with the next delivery.
     *
     * @param anchor of the epoch whose samples were delivered last
     */
    void send(String secret, Anchor anchor) throws IOException {
        sendEvents(secret, anchor);
        extras.takeFacts().ifPresent(facts -> {
            Exchange exchange = link.send("PUT", Endpoints.FACTS, Messages.write(facts), Optional.of(secret));
            if (!taken(exchange)) {
                // An older server refuses a field that it does not know
                extras.put(Answers.of(exchange) instanceof Answer.Unacceptable ? facts.older() : facts);
            }
        });
        extras.takeProcesses()
                .ifPresent(snapshot ->
                        link.send("PUT", Endpoints.PROCESSES, Messages.write(snapshot), Optional.of(secret)));
    }

    /** Only by a clock of this boot, because by an older one nobody knows what time it is now. */
    private void sendEvents(String secret, Anchor anchor) throws IOException {
        List<Noted> waiting = book.waiting();
        Moment now = clocks.get();
        if (waiting.isEmpty() || !anchor.sameBoot(now)) {
            return;
        }
        List<MachineEvent> events =
                waiting.stream().map(noted -> noted.by(anchor)).toList();
        var told = new MachineEvents(anchor.epoch(), anchor.timeAt(now), events);
        Exchange exchange = link.send("POST", Endpoints.EVENTS, Messages.write(told), Optional.of(secret));
        if (taken(exchange)) {
            book.delivered(waiting);
        } else if (Answers.of(exchange) instanceof Answer.Unacceptable refused) {
            journal.say("the server will never take %d event(s), which are given up: %s"
                    .formatted(waiting.size(), refused.why()));
            book.delivered(waiting);
        }
    }

    private static boolean taken(Exchange exchange) {
        return exchange instanceof Answered answered && answered.status() / 100 == 2;
    }
}
