package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Prometheus reads, with an API token of a viewer. */
@ExtendWith(SharedServer.class)
class MetricsIT {

    private final Institution institution;

    MetricsIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void samplesThatAreStoredAndRefusedAreCounted() {
        institution
                .call(Call.post("/api/v1/servers")
                        .json("{'code':'measured','name':'Measured'}")
                        .as(institution.token(Role.ADMIN)))
                .expect(201);
        double stored = figure("cmm_samples_stored_total");
        double refused = figure("cmm_samples_refused_total");
        institution
                .call(Call.post("/api/v1/samples")
                        .json("{'server':'measured','samples':[{'values':{'system.cpu.utilization':0.5}},17,18]}")
                        .as(institution.token(Role.ADMIN)))
                .expect(200);
        assertThat(figure("cmm_samples_stored_total") - stored).isEqualTo(1);
        assertThat(figure("cmm_samples_refused_total") - refused).isEqualTo(2);
    }

    @Test
    void queueCommitsAlertsServersAndTheJvmAreMeasured() {
        assertThat(scrape())
                .contains(
                        "\ncmm_samples_queued",
                        "\ncmm_commit_seconds_sum",
                        "\ncmm_batches_put_off_total",
                        "\ncmm_alerts_open{severity=\"critical\"",
                        "\ncmm_notices_waiting",
                        "\ncmm_notices_oldest_seconds",
                        "\ncmm_notices_expired",
                        "\ncmm_notices_attempts_total{kind=\"email\"",
                        "\ncmm_servers{state=\"silent\"",
                        "\njvm_memory_used_bytes",
                        "\nhttp_server_requests_seconds_count");
    }

    private double figure(String name) {
        return Arrays.stream(scrape().split("\n"))
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String scrape() {
        return institution
                .call(Call.get("/metrics").header("Accept", "text/plain").as(institution.token(Role.VIEWER)))
                .expect(200)
                .body();
    }
}
