package org.cmm.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendQueryTest {

    @Test
    void theAddressHoldsEverythingThatIsShown() {
        TrendQuery query = new TrendQuery(
                List.of("pc-1", "pc-2"),
                List.of("system.memory.utilization", "system.cpu.utilization"),
                "7d",
                "",
                "",
                List.of("pc-1|system.cpu.utilization"),
                "",
                "table",
                "off");
        assertThat(query.address())
                .isEqualTo(
                        "/history?server=pc-1&server=pc-2&metric=system.memory.utilization"
                                + "&metric=system.cpu.utilization&span=7d&hide=pc-1%7Csystem.cpu.utilization&view=table&alerts=off");
    }

    @Test
    void timesOfOnesOwnWinOverASpan() {
        TrendQuery query = asked(List.of("pc-1"), List.of(), "7d", "2026-11-23T10:00");
        assertThat(query.address()).contains("from=2026-11-23T10%3A00").doesNotContain("span");
        assertThat(query.reaching(Reach.YEAR).address()).contains("span=1y").doesNotContain("from");
    }

    @Test
    void wordsThatMakeNoSenseChooseTheUsual() {
        TrendQuery query = asked(List.of(" ", "pc-1", "pc-1"), List.of("no.such.metric"), "forever", "");
        assertThat(query.servers()).containsExactly("pc-1");
        assertThat(query.metrics()).containsExactly("system.cpu.utilization");
        assertThat(query.reach()).isEqualTo(Reach.DAY);
    }

    @Test
    void aChartHoldsTenMachines() {
        List<String> codes =
                IntStream.range(0, 30).mapToObj(number -> "pc-" + number).toList();
        assertThat(asked(codes, List.of(), "", "").servers()).hasSize(10);
    }

    @Test
    void machinesAreAddedAndLeftOut() {
        TrendQuery query = asked(List.of("pc-1"), List.of(), "", "").with("pc-2");
        assertThat(query.servers()).containsExactly("pc-1", "pc-2");
        assertThat(query.without("PC-1").servers()).containsExactly("pc-2");
    }

    private static TrendQuery asked(List<String> servers, List<String> metrics, String span, String from) {
        return new TrendQuery(servers, metrics, span, from, "", List.of(), "", "", "");
    }
}
