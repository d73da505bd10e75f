package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.AlertEvent.Cause;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Silence;

/** What is to be written about an alert. Writing it twice leaves what writing it once does. */
sealed interface AlertChange {

    AlertKey key();

    record Raised(AlertKey key, Severity severity, double value) implements AlertChange {}

    /** @param value empty when no reading moved it */
    record Moved(AlertKey key, Severity to, Instant at, OptionalDouble value) implements AlertChange {}

    /** @param by the person who closed it; empty when nobody did */
    record Cleared(AlertKey key, Instant at, Cause cause, String by) implements AlertChange {}

    static AlertChange of(int server, AlertEvent event) {
        AlertKey key = AlertKey.of(server, event.alert());
        return switch (event) {
            case AlertEvent.Raised raised -> new Raised(key, raised.severity(), raised.value());
            case AlertEvent.SeverityChanged changed -> new Moved(key, changed.to(), changed.at(), changed.value());
            case AlertEvent.Cleared cleared -> new Cleared(key, cleared.at(), cleared.cause(), "");
        };
    }

    static AlertChange of(int server, Silence.Event event) {
        return switch (event) {
            case Silence.Event.Raised(var silence, var severity) ->
                new Raised(AlertKey.of(server, silence), severity, seconds(silence));
            case Silence.Event.Cleared(var silence, var at) ->
                new Cleared(AlertKey.of(server, silence), at, Cause.RECOVERED, "");
        };
    }

    private static double seconds(Silence.Silent silence) {
        return Duration.between(silence.silentSince(), silence.raisedAt()).toMillis() / 1000.0;
    }
}
