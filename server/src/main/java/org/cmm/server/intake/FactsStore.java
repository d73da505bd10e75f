package org.cmm.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.Facts;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what an agent says about its machine beside the server's own entry. */
@Singleton
class FactsStore {

    private static final int LONGEST = 200;
    private static final int MOST_ADDRESSES = 16;
    private static final int LONGEST_PAUSE_SECONDS = 86_400;
    private static final int LONGEST_DRILL_SECONDS = 1_800;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    FactsStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void keep(int server, Facts told) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE server SET facts = CAST(:facts AS jsonb) WHERE id = :server")
                        .bind("server", server)
                        .bind("facts", written(bounded(told)))
                        .execute());
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
