package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Sends one notice out of the outbox. */
@Singleton
class Deliveries {

    private final Channels channels;
    private final Sending sending;
    private final Links links;
    private final NoticeFigures figures;
    private final ObjectMapper json;

    Deliveries(Channels channels, Sending sending, Links links, NoticeFigures figures, ObjectMapper json) {
        this.channels = channels;
        this.sending = sending;
        this.links = links;
        this.figures = figures;
        this.json = json;
    }

    Outcome send(Notice notice) {
        Optional<Channel> channel = channels.find(notice.channel());
        if (channel.isEmpty()) {
            return new Outcome.Refused("the channel was removed");
        }
        Outcome outcome = channels.open(channel.get())
                .map(open -> sending.send(open, outgoing(notice), Wire.hiding(open.hidden())))
                .orElseGet(
                        () -> Outcome.retry("this server cannot read the channel's secrets: keys/channel-key differs"));
        figures.attempted(channel.get().kind(), outcome);
        return outcome;
    }

    private Outgoing outgoing(Notice notice) {
        String path = notice.incident() == 0 ? "/incidents" : "/incidents/" + notice.incident();
        return new Outgoing(
                notice.key(),
                notice.address(),
                notice.text().title(),
                notice.text().body(),
                notice.text().brief(),
                links.to(path),
                notice.severity(),
                notice.happenedAt(),
                facts(notice.facts()));
    }

    private Map<String, Object> facts(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
