package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void onlyWhatDiffersIsTold() {
        assertThat(Difference.between(
                        "{\"id\":3,\"role\":\"viewer\",\"name\":\"Paul\"}",
                        "{\"id\":3,\"role\":\"technician\",\"name\":\"Paul\"}"))
                .containsExactly(new Difference("role", "viewer", "technician"));
    }

    @Test
    void whatIsNewHadNothingBeforeAndWhatIsGoneHasNothingAfter() {
        assertThat(Difference.between(null, "{\"zone\":\"Africa/Douala\",\"notes\":\"\"}"))
                .containsExactly(new Difference("zone", "", "Africa/Douala"));
        assertThat(Difference.between("{\"tags\":[\"a\",\"b\"]}", null))
                .containsExactly(new Difference("tags", "a, b", ""));
    }

    @Test
    void fieldsOfFieldsAreNamedWithDots() {
        assertThat(Difference.between("{\"level\":{\"raise\":0.9}}", "{\"level\":{\"raise\":0.8}}"))
                .containsExactly(new Difference("level.raise", "0.9", "0.8"));
    }
}
