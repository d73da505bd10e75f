package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.access.Language;

/** Sends a notice that says that nothing is the matter, and shows what happened on the wire. */
@Singleton
class ChannelTrial {

    private final Channels channels;
    private final Sending sending;
    private final Links links;
    private final InstantSource clock;

    ChannelTrial(Channels channels, Sending sending, Links links, InstantSource clock) {
        this.channels = channels;
        this.sending = sending;
        this.links = links;
        this.clock = clock;
    }

    /** How it went. */
    record Report(Outcome outcome, List<String> wire) {}

    /** Empty when this process cannot read the channel's secrets. */
    Optional<Report> run(Channel channel, String to, Language language, String by) {
        return channels.open(channel).map(open -> {
            Wire wire = Wire.hiding(open.hidden());
            return new Report(sending.send(open, notice(to, language, by), wire), wire.lines());
        });
    }

    private Outgoing notice(String to, Language language, String by) {
        NoticeMessages words = new NoticeWords(language).messages();
        return new Outgoing(
                UUID.randomUUID(),
                to,
                words.testTitle(),
                words.testBody(by),
                words.testBrief(),
                links.to("/notices"),
                "info",
                clock.instant(),
                Map.of("test", true));
    }
}
