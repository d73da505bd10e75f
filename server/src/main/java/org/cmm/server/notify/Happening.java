package org.cmm.server.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.core.alert.Severity;
import org.cmm.protocol.ProcessLine;
import org.cmm.server.alert.Measure;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told of: an entry of an incident's timeline, with what was known at that moment.
 *
 * @param event its number in the timeline
 * @param at when it happened
 * @param since since when the trouble has lasted
 * @param drill whether a drill brought all of it about
 */
record Happening(
        long event,
        long incident,
        What what,
        Severity severity,
        Instant at,
        Instant since,
        Place place,
        Findings findings,
        boolean drill) {

    /** Of real trouble. */
    Happening(
            long event,
            long incident,
            What what,
            Severity severity,
            Instant at,
            Instant since,
            Place place,
            Findings findings) {
        this(event, incident, what, severity, at, since, place, findings, false);
    }

    /** What happened. */
    enum What {
        OPENED,
        WORSENED,
        REOPENED,
        FLAPPING,
        UNACKNOWLEDGED,
        WINDOW_OVER,
        /** What is to be done is something else than people were told. */
        CAUSE_REVISED,
        RECOVERED;

        boolean isRecovery() {
            return this == RECOVERED;
        }
    }

    /**
     * Where.
     *
     * @param machine the server; empty when it is about a whole site
     * @param several which machines are concerned
     * @param site number of the site; null where there is none
     */
    record Place(
            Optional<Machine> machine,
            Several several,
            @Nullable Integer site,
            String siteName,
            ZoneId zone) {}

    record Machine(String code, String name) {}

    /**
     * Machines that are concerned.
     *
     * @param of how many the site has under watch, at least as many
     * @param names of the first few of them
     */
    record Several(int machines, int of, List<String> names) {

        /** One machine that is known by itself. */
        static final Several ONE = new Several(1, 1, List.of());

        Several {
            names = List.copyOf(names);
        }
    }

    /**
     * What was known.
     *
     * @param cause the probable cause as a word such as {@code power}; empty when nobody knows
     * @param certainty possible, likely or certain; empty without a cause
     */
    record Findings(List<Trouble> troubles, List<ProcessLine> busiest, String cause, String certainty) {

        static final Findings NONE = new Findings(List.of(), List.of(), "", "");

        Findings {
            troubles = List.copyOf(troubles);
            busiest = List.copyOf(busiest);
        }
    }

    /** @param full between which times a volume will be full; empty when nobody can tell any more */
    record Foretold(Optional<FullBetween> full) {}

    /**
     * One rule that fires.
     *
     * @param subject text of the series; empty for silence
     * @param value what the rule judged
     * @param measure what value and level are
     * @param level what raises this severity
     * @param perHour how the value moved in the last hour
     * @param foretold of rules about what will be; empty for others
     */
    record Trouble(
            String rule,
            String subject,
            Severity severity,
            double value,
            Measure measure,
            OptionalDouble level,
            OptionalDouble perHour,
            Optional<Foretold> foretold) {

        boolean isSilence() {
            return rule.equals("silent");
        }
    }
}
