package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonFileTest {

    private static final Instant FROM = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void aRowIsAPointOfASeriesAndAGapHasEmptyCells() {
        Chart.Line line = new Chart.Line(
                "system.network.io.rate",
                new TreeMap<>(Map.of("network.interface.name", "eth0", "network.io.direction", "receive")),
                "bytes_per_second",
                Arrays.asList(1.0, null),
                Arrays.asList(1.5e10, null),
                Arrays.asList(2.0e10, null));
        Comparison comparison = new Comparison(
                FROM,
                FROM.plusSeconds(120),
                60,
                "samples",
                List.of(FROM.getEpochSecond(), FROM.getEpochSecond() + 60),
                List.of(new Comparison.OfServer(
                        "srv-1", "=HYPERLINK(\"x\")", Arrays.asList(0.5, null), List.of(line), List.of())));

        assertThat(ComparisonFile.csv(comparison)).isEqualTo("""
                time,server,name,metric,attributes,unit,minimum,mean,maximum,coverage
                2026-11-24T10:00:00Z,srv-1,"'=HYPERLINK(""x"")",system.network.io.rate,network.interface.name=eth0 network.io.direction=receive,bytes_per_second,1,15000000000,20000000000,0.5
                2026-11-24T10:01:00Z,srv-1,"'=HYPERLINK(""x"")",system.network.io.rate,network.interface.name=eth0 network.io.direction=receive,bytes_per_second,,,,
                """.replace("\n", "\r\n"));
    }
}
