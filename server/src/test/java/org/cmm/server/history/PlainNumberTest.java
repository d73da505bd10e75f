package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlainNumberTest {

    @Test
    void largeNumbersHaveNoExponentAndRoundOnesNoZeros() {
        assertThat(PlainNumber.of(257_698_037_760.0)).hasToString("257698037760");
        assertThat(PlainNumber.of(1e18)).hasToString("1000000000000000000");
        assertThat(PlainNumber.of(0.5)).hasToString("0.5");
        assertThat(PlainNumber.of(0)).hasToString("0");
    }

    @Property
    void everyNumberIsReadBackExactly(@ForAll @DoubleRange(min = -1e18, max = 1e18) double value) {
        assertThat(Double.parseDouble(PlainNumber.of(value).toString())).isEqualTo(value == 0 ? 0 : value);
    }
}
