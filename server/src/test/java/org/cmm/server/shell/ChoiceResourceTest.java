package org.cmm.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fleet?q=srv&state=critical", "/servers/srv-001?span=24h"})
    void goesBackToItsOwnPages(String path) {
        assertThat(ChoiceResource.ownPath(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "", "/a\nb", "/%zz"})
    void neverGoesElsewhere(String path) {
        assertThat(ChoiceResource.ownPath(path)).isEqualTo("/");
    }
}
