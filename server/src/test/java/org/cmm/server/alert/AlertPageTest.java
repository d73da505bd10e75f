package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPageTest {

    @Test
    void anAddressHoldsOnlyWhatWasChosen() {
        assertThat(page("all", "", "", "").startingAt("")).isEqualTo("/alerts");
        assertThat(page("open", "srv-001", "critical", "").everyMachine())
                .isEqualTo("/alerts?state=open&severity=critical");
        assertThat(page("all", "srv-001", "", "3").startingAt("17"))
                .isEqualTo("/alerts?server=srv-001&site=3&cursor=17");
    }

    @Test
    void anotherStateStartsAtTheNewestAlertAgain() {
        AlertQuery late = new AlertQuery("all", "", "warning", "", "17");
        assertThat(new AlertPage(late, "", List.of(), List.of(), List.of(), List.of(), "").inState("open"))
                .isEqualTo("/alerts?state=open&severity=warning");
    }

    @Test
    void theDigestStaysWhileOnlyTimePasses() {
        AlertPage before = page(row("critical", "5 min"));
        assertThat(page(row("critical", "6 min")).digest()).isEqualTo(before.digest());
        assertThat(page(row("warning", "5 min")).digest()).isNotEqualTo(before.digest());
    }

    private static AlertPage page(String state, String server, String severity, String site) {
        AlertQuery query = new AlertQuery(state, server, severity, site, "");
        return new AlertPage(query, "", List.of(), List.of(), List.of(), List.of(), "");
    }

    private static AlertPage page(AlertRow row) {
        AlertQuery query = new AlertQuery("all", "", "", "", "");
        return new AlertPage(query, "", List.of(), List.of(), List.of(row), List.of(), "");
    }

    private static AlertRow row(String kind, String lasted) {
        return new AlertRow(1, kind, "srv-001", "Caisse", "", "CPU", "", "96 %", "", "16:01", lasted, 0, false, 0, "");
    }
}
