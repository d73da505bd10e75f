package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.server.simulation.ExperimentFile.Read;

class ExperimentFilePropertiesTest {

    @Property(tries = 150)
    void whatIsWrittenIsReadBackToTheSameBits(@ForAll long seed) {
        ExperimentFile file = AnyExperiment.of(seed);
        assertThat(ExperimentFile.read(file.write())).isEqualTo(new Read.Sound(file));
    }

    @Property(tries = 150)
    void theSameExperimentIsAlwaysTheSameBytes(@ForAll long seed) {
        String written = AnyExperiment.of(seed).write();
        assertThat(sound(written).write()).isEqualTo(written);
        assertThat(sound(written).fingerprint())
                .isEqualTo(AnyExperiment.of(seed).fingerprint());
    }

    @Property(tries = 150)
    void anyTextIsReadOrRefusedInWords(@ForAll String text, @ForAll long seed) {
        String file = AnyExperiment.of(seed).write();
        int at = Math.floorMod(seed, file.length());
        for (String spoilt :
                new String[] {text, file.substring(0, at), file.substring(0, at) + text + file.substring(at)}) {
            if (ExperimentFile.read(spoilt) instanceof Read.Faulty(var faults)) {
                assertThat(faults).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.toString()).isNotBlank();
                    assertThat(fault.french()).isNotBlank();
                });
            }
        }
    }

    private static ExperimentFile sound(String json) {
        return switch (ExperimentFile.read(json)) {
            case Read.Sound(var file) -> file;
            case Read.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
