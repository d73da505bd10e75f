package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Sends one notice over one channel, whatever its kind, and never throws. */
@Singleton
class Sending {

    private final HttpCalls calls;
    private final HttpSending http;
    private final SmtpSending smtp;
    private final InstantSource clock;

    Sending(HttpCalls calls, HttpSending http, SmtpSending smtp, InstantSource clock) {
        this.calls = calls;
        this.http = http;
        this.smtp = smtp;
        this.clock = clock;
    }

    Outcome send(OpenChannel channel, Outgoing notice, Wire wire) {
        return send(channel, notice, HttpSending.USUAL_PATIENCE, wire);
    }

    Outcome send(OpenChannel channel, Outgoing notice, Duration patience, Wire wire) {
        Outcome outcome = channel.kind() == ChannelKind.EMAIL
                ? smtp.send(channel, notice, wire)
                : post(channel, notice, patience, wire);
        return switch (outcome) {
            case Outcome.Accepted(var detail) -> new Outcome.Accepted(wire.masked(detail));
            case Outcome.Retry(var detail, var asked) -> new Outcome.Retry(wire.masked(detail), asked);
            case Outcome.Refused(var detail) -> new Outcome.Refused(wire.masked(detail));
        };
    }

    private Outcome post(OpenChannel channel, Outgoing notice, Duration patience, Wire wire) {
        try {
            HttpCall call = calls.of(channel, notice, clock.instant());
            return HttpJudgement.of(channel, http.send(call, patience, wire), clock.instant());
        } catch (IllegalArgumentException e) {
            String fault = String.valueOf(e.getMessage());
            wire.note(fault);
            return Outcome.retry(fault);
        }
    }
}
