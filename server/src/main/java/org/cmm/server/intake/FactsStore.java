package org.cmm.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.Facts;
import org.cmm.server.history.SamplingIntervals;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what an agent says about its machine beside the server's own entry. */
@Singleton
class FactsStore {

    private static final int LONGEST = 200;
    private static final int MOST_ADDRESSES = 16;
    private static final int LONGEST_PAUSE_SECONDS = 86_400;
    private static final int SHORTEST_INTERVAL_MILLIS = 20;
    private static final int LONGEST_INTERVAL_MILLIS = 3_600_000;
    private static final int LONGEST_DRILL_SECONDS = 1_800;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final SamplingIntervals intervals;

    FactsStore(Jdbi jdbi, ObjectMapper json, SamplingIntervals intervals) {
        this.jdbi = jdbi;
        this.json = json;
        this.intervals = intervals;
    }

    void keep(int server, Facts told) {
        Facts facts = bounded(told);
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE server SET facts = CAST(:facts AS jsonb) WHERE id = :server")
                        .bind("server", server)
                        .bind("facts", written(facts))
                        .execute());
        intervals.told(server, Objects.requireNonNullElse(facts.samplingMillis(), 0));
    }

    private static Facts bounded(Facts told) {
        return new Facts(
                plain(told.hostName()),
                plain(told.os()),
                plain(told.osVersion()),
                plain(told.cpuModel()),
                told.logicalCpus(),
                told.memoryBytes(),
                plain(told.agentVersion()),
                told.bootTimeMillis(),
                addresses(told.addresses()),
                pause(told.deliverySeconds()),
                interval(told.samplingMillis()),
                consent(told.drills()));
    }

    /** Within what any agent can be set to. */
    private static @Nullable DrillConsent consent(@Nullable DrillConsent told) {
        if (told == null) {
            return null;
        }
        List<String> faults = told.faults().stream()
                .flatMap(word -> DrillFault.of(plain(word)).stream())
                .map(DrillFault::word)
                .distinct()
                .toList();
        return new DrillConsent(
                faults,
                Math.clamp(told.seconds(), 0, LONGEST_DRILL_SECONDS),
                Math.clamp(told.percent(), 0, 100),
                plain(told.volume()));
    }

    private static List<String> addresses(List<String> told) {
        return told.stream().limit(MOST_ADDRESSES).map(FactsStore::plain).toList();
    }

    private static @Nullable Integer pause(@Nullable Integer seconds) {
        return seconds == null || seconds < 0 || seconds > LONGEST_PAUSE_SECONDS ? null : seconds;
    }

    private static @Nullable Integer interval(@Nullable Integer millis) {
        return millis == null || millis < SHORTEST_INTERVAL_MILLIS || millis > LONGEST_INTERVAL_MILLIS ? null : millis;
    }

    private static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("\\p{Cntrl}", "");
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    private String written(Facts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
