package org.cmm.server.alert;

import java.time.Instant;
import org.cmm.core.alert.Alert;
import org.cmm.core.alert.Silence;
import org.cmm.core.metric.Series;

/**
 * Which alert of which server, before and after it has a number: the same samples lead to the same key, in this process
 * or in the next.
 *
 * @param subject text of the series; empty for silence
 */
record AlertKey(int server, String rule, String subject, Instant raisedAt) {

    /** The rule about machines that say nothing. */
    static final String SILENT = "silent";

    static AlertKey of(int server, Alert alert) {
        return new AlertKey(server, alert.rule(), alert.subject().toString(), alert.raisedAt());
    }

    static AlertKey of(int server, Silence.Silent silence) {
        return new AlertKey(server, SILENT, "", silence.raisedAt());
    }

    static AlertKey of(OpenAlert open) {
        return new AlertKey(open.serverId(), open.rule(), open.subject(), open.since());
    }

    boolean isSilence() {
        return rule.equals(SILENT);
    }

    /** In core's terms; not for silence, which has no series. */
    Alert alert() {
        return new Alert(rule, Series.parse(subject), raisedAt);
    }
}
