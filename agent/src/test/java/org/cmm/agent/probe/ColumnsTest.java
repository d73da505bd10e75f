package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns columns = new Columns();

    @Test
    void keepsTheColumnOfASeriesThatWentAway() {
        columns.row(0, List.of(measured("a", 1), measured("b", 2)));

        assertThat(columns.row(1, List.of(measured("b", 3))).values()).containsExactly(Double.NaN, 3);
        assertThat(columns.layout().series()).extracting(LayoutSeries::metric).containsExactly("a", "b");
    }

    @Test
    void addsAColumnForASeriesThatIsNew() {
        columns.row(0, List.of(measured("a", 1)));

        assertThat(columns.row(1, List.of(measured("c", 3), measured("a", 4))).values())
                .containsExactly(4, 3);
    }

    @Test
    void leavesOutWhatIsTooMuchForALayout() {
        var many = IntStream.range(0, 300).mapToObj(i -> measured("m" + i, i)).toList();

        assertThat(columns.row(0, many).values()).hasSize(Layout.MAX_SERIES);
    }

    private static Measurement measured(String metric, double value) {
        return new Measurement(new LayoutSeries(metric, new TreeMap<>(), 0), value);
    }
}
