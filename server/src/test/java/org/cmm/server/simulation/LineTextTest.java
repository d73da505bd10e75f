package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.core.random.Law;
import org.cmm.server.simulation.EditorSchema.Kind;

class LineTextTest {

    @Property(tries = 500)
    void aLawOnALineIsTheSameLaw(@ForAll long seed) {
        Law law = AnyExperiment.lawOf(seed);
        JsonNode read = LineText.read(LineText.of(LawText.write(law)), Kind.LAW);
        Faults faults = new Faults();
        assertThat(LawText.read(read, "", faults)).isEqualTo(law);
        assertThat(faults.all()).isEmpty();
    }

    @Example
    void peopleWriteAsTheyDo() {
        assertThat(law("Weibull, shape 2,5, scale 3 y"))
                .isEqualTo("{\"law\":\"weibull\",\"shape\":2.5,\"scale\":\"3 y\"}");
        assertThat(law("uniform, from 2 h; to 8 h")).isEqualTo("{\"law\":\"uniform\",\"from\":\"2 h\",\"to\":\"8 h\"}");
        assertThat(law("90 d")).isEqualTo("\"90 d\"");
        assertThat(LineText.read("1 000,5", Kind.NUMBER).toString()).isEqualTo("1000.5");
        assertThat(LineText.read("every 90 d, inspect 20 min, finds 80 %", Kind.CARE)
                        .toString())
                .isEqualTo("{\"every\":\"90 d\",\"inspect\":{\"takes\":\"20 min\",\"finds\":\"80 %\"}}");
        assertThat(LineText.read("dates 07-15 + 12-22", Kind.CARE).toString())
                .isEqualTo("{\"dates\":[\"07-15\",\"12-22\"]}");
        assertThat(LineText.read("monday + friday, opens 08:00, closes 12:00", Kind.HOURS)
                        .toString())
                .isEqualTo("{\"opens\":\"08:00\",\"closes\":\"12:00\",\"days\":[\"monday\",\"friday\"]}");
    }

    private static String law(String line) {
        return LineText.read(line, Kind.LAW).toString();
    }
}
