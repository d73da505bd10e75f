package org.cmm.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {

    private static final Series ROOT = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/");

    @Test
    void readsAloud() {
        assertThat(ROOT).hasToString("system.filesystem.utilization{system.filesystem.mountpoint=/}");
        assertThat(Series.of(Metrics.UPTIME)).hasToString("system.uptime");
    }

    @Test
    void sortsItsAttributes() {
        assertThat(Series.parse("system.disk.io.rate{system.device=sda,disk.io.direction=read}"))
                .hasToString("system.disk.io.rate{disk.io.direction=read,system.device=sda}");
    }

    @Test
    void escapesWhatWouldEndAValue() {
        assertThat(ROOT.with(Metrics.MOUNT_POINT, "/a=b,c}\\d"))
                .hasToString("system.filesystem.utilization{system.filesystem.mountpoint=/a\\=b\\,c\\}\\\\d}");
    }

    @Property(seed = "20110306")
    void everySeriesIsReadBackFromItsText(@ForAll("series") Series series) {
        assertThat(Series.parse(series.toString())).isEqualTo(series).hasSameHashCodeAs(series);
    }

    @Property(seed = "20110306")
    void ordersConsistentlyWithEquality(@ForAll("series") Series one, @ForAll("series") Series other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "System.uptime",
                "system.uptime{",
                "system.uptime{}",
                "system.uptime{a}",
                "system.uptime{a=",
                "system.uptime{a=}",
                "system.uptime{a=1",
                "system.uptime{a=1}b",
                "system.uptime{a=1,a=2}",
                "system.uptime{a=1,}",
                "system.uptime{a=1\\",
                "system.uptime{A=1}",
                "system.uptime{a=1\n}",
                "system.uptime{a=\uD800}",
                "system uptime",
                "system.\\uptime",
                "system.uptime{\\a=1}"
            })
    void refusesWhatIsNoSeries(String text) {
        assertThatThrownBy(() -> Series.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isBounded() {
        assertThat(new Series("m".repeat(120), new TreeMap<>())).isNotNull();
        assertThatThrownBy(() -> new Series("m".repeat(121), new TreeMap<>()))
                .hasMessage("metric 'mmmmmmmmmmmmmmmmmmmm…': a name must have at most 120 characters, had 121");
        assertThat(ROOT.with("a", "v".repeat(200))).isNotNull();
        assertThatThrownBy(() -> ROOT.with("a", "v".repeat(201)))
                .hasMessage("attribute 'a': its value must have 1 to 200 characters, had 201");
        assertThatThrownBy(() -> new Series("m", attributes(9)))
                .hasMessage("series of 'm': must have at most 8 attributes, had 9");
    }

    @Test
    void keepsNoDoorToItsAttributes() {
        SortedMap<String, String> given = attributes(1);
        Series series = new Series("m", given);
        given.put("b", "2");
        assertThat(series.attributes()).hasSize(1).isUnmodifiable();
    }

    @Provide
    Arbitrary<Series> series() {
        Arbitrary<String> names = Arbitraries.of("a", "b.c", "d_1", "system.device");
        Arbitrary<String> nasty = Arbitraries.of("=", ",", "}", "{", "\\", " ", "é", "磁盘", "💾", "\"", "a");
        Arbitrary<String> values = nasty.list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts));
        return Arbitraries.maps(names, values).ofMaxSize(3).map(map -> new Series("system.uptime", new TreeMap<>(map)));
    }

    private static SortedMap<String, String> attributes(int count) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int index = 0; index < count; index++) {
            attributes.put("key" + index, "value");
        }
        return attributes;
    }
}
