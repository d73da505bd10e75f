package org.cmm.agent.delivery;

import java.time.Duration;
import java.util.Optional;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.journal.TimeText;

/** Tells people when the link comes and goes, once each. Not thread-safe. */
final class LinkState {
    private enum State {
        UNKNOWN,
        CONNECTED,
        LOST,
        REVOKED
    }

    private final Journal journal;
    private final String server;
    private State state = State.UNKNOWN;
    private int failures;
    private long lostAtMillis;
    private Optional<String> trouble = Optional.of("");

    LinkState(Journal journal, String server) {
        this.journal = journal;
        this.server = server;
    }

    boolean connectedNow() {
        return state == State.CONNECTED;
    }

    /** Why there is no connection, empty before the first attempt; nothing while there is one. */
    Optional<String> trouble() {
        return trouble;
    }

    boolean revokedNow() {
        return state == State.REVOKED;
    }

    void connected(long elapsedMillis, long waiting) {
        if (state == State.UNKNOWN) {
            journal.say("connected to " + server);
        }
        if (state == State.LOST || state == State.REVOKED) {
            journal.say("connected to %s again after %s, %d samples are waiting"
                    .formatted(server, TimeText.of(Duration.ofMillis(elapsedMillis - lostAtMillis)), waiting));
        }
        state = State.CONNECTED;
        trouble = Optional.empty();
        failures = 0;
    }

    /** How many times in a row there was no connection, this one included. */
    int lost(long elapsedMillis, String why) {
        failures++;
        trouble = Optional.of(why);
        if (state != State.LOST) {
            journal.say("no connection to %s: %s; samples are kept".formatted(server, why));
            lostAtMillis = state == State.REVOKED ? lostAtMillis : elapsedMillis;
            state = State.LOST;
        }
        return failures;
    }

    /** The server answers, but not yet as wanted; nothing to tell people. */
    int unknownLayout() {
        return ++failures;
    }

    void revoked(long elapsedMillis) {
        trouble = Optional.of("the server does not accept this machine's secret any more: enrol it again");
        if (state != State.REVOKED) {
            journal.say(server + " does not accept this machine's secret any more: enrol it again with a new token;"
                    + " samples are kept");
            lostAtMillis = state == State.LOST ? lostAtMillis : elapsedMillis;
            state = State.REVOKED;
        }
    }
}
