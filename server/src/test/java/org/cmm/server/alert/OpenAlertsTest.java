package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAlertsTest {

    private static final OpenAlert OLD_WARNING = alert(1, 7, "warning", 0);
    private static final OpenAlert NEW_WARNING = alert(2, 7, "warning", 60);
    private static final OpenAlert CRITICAL = alert(3, 8, "critical", 30);

    private final OpenAlerts open = new OpenAlerts();

    @Test
    void listsTheWorstThenTheNewestFirst() {
        open.replace(List.of(7, 8), List.of(OLD_WARNING, NEW_WARNING, CRITICAL));
        assertThat(open.all()).containsExactly(CRITICAL, NEW_WARNING, OLD_WARNING);
        assertThat(open.of(7)).containsExactly(NEW_WARNING, OLD_WARNING);
    }

    @Test
    void forgetsAServerWhoseAlertsAreOver() {
        open.replace(List.of(7, 8), List.of(OLD_WARNING, CRITICAL));
        open.replace(List.of(7), List.of());
        assertThat(open.of(7)).isEmpty();
        assertThat(open.byServer()).containsOnlyKeys(8);
        assertThat(open.find(3)).contains(CRITICAL);
        assertThat(open.find(1)).isEmpty();
    }

    private static OpenAlert alert(long id, int server, String severity, long second) {
        return new OpenAlert(id, server, "cpu", "system.cpu.utilization", severity, Instant.ofEpochSecond(second), 0.9);
    }
}
