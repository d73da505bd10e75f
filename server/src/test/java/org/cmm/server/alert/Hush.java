package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cmm.core.alert.AlertEvent.Cause;
import org.cmm.core.alert.DefaultRules;

/** Looks for silence when a test says so, and notes when CMM lived. */
@Singleton
public class Hush {

    /** An alert that nobody has: when its change is written, so is all that went before. */
    private static final AlertKey NOBODYS = new AlertKey(0, AlertKey.SILENT, "", Instant.EPOCH);

    private final AlertLoop loop;
    private final SilenceWatch silences;
    private final Heartbeat heartbeat;
    private final AlertWriter writer;

    Hush(AlertLoop loop, SilenceWatch silences, Heartbeat heartbeat, AlertWriter writer) {
        this.loop = loop;
        this.silences = silences;
        this.heartbeat = heartbeat;
        this.writer = writer;
    }

    public void onlyWhenTold() {
        loop.stop();
    }

    public void beat(Instant now) {
        heartbeat.beat(now);
    }

    /** CMM has listened for as long as anybody can remember. */
    public void look(Instant now) {
        silences.tick(
                known -> Optional.of(DefaultRules.SILENCE),
                new SilenceWatch.Listener(Instant.EPOCH, server -> true, Map.of()),
                now);
        writer.submit(List.of(new AlertChange.Cleared(NOBODYS, now, Cause.RECOVERED, "")))
                .join();
    }

    /** Waits for what another thread does; fails after twenty seconds. */
    public static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        Watchroom.eventually(condition);
    }
}
