package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox | Windows
            Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0 | Edge | Windows
            Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 | Chrome | Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1 | Safari | iOS
            curl/8.5.0 | curl | ''
            """)
    void isNamedAsPeopleKnowIt(String told, String name, String system) {
        assertThat(Program.of(told)).isEqualTo(new Program(name, system));
    }

    @Test
    void whatSaysNothingIsNotMadeUp() {
        assertThat(Program.of("")).isEqualTo(new Program("?", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, HERE",
        "0:0:0:0:0:0:0:1, HERE",
        "192.168.4.7, NETWORK",
        "fd00::7, NETWORK",
        "41.202.207.1, ELSEWHERE",
        "'', ELSEWHERE"
    })
    void anAddressIsAPlace(String address, Place place) {
        assertThat(Place.of(address)).isEqualTo(place);
    }
}
