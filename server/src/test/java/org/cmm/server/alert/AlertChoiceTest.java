package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.cmm.server.alert.AlertPage.AlertChoice;
import org.junit.jupiter.api.Test;

class AlertChoiceTest {

    @Test
    void anAddressHoldsOnlyWhatWasChosen() {
        assertThat(new AlertChoice("all", "", "").olderThan("")).isEqualTo("/alerts");
        assertThat(new AlertChoice("open", "critical", "srv-001").everyMachine())
                .isEqualTo("/alerts?state=open&severity=critical");
        assertThat(new AlertChoice("all", "", "srv-001").olderThan("17")).isEqualTo("/alerts?server=srv-001&cursor=17");
    }
}
