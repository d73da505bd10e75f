package org.cmm.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everySentenceExistsInFrenchAndEnglish() {
        assertThat(MessageTexts.bundles()).isNotEmpty().allSatisfy(bundle -> assertThat(
                        MessageTexts.faults(MessageTexts.english(bundle), MessageTexts.french(bundle)))
                .as(bundle.getSimpleName())
                .isEmpty());
    }

    @Test
    void aMissingFrenchTextIsFound() {
        assertThat(MessageTexts.faults(Map.of("up", "Up"), Map.of())).containsExactly("up: no French text");
    }

    @Test
    void otherPlaceholdersAreFound() {
        assertThat(MessageTexts.faults(Map.of("up", "Up for {time}"), Map.of("up", "En marche depuis {temps}")))
                .containsExactly("up: other placeholders in French");
    }

    @Test
    void aTextThatWasNeverTranslatedIsFound() {
        assertThat(MessageTexts.faults(Map.of("all", "All is well"), Map.of("all", "All is well")))
                .containsExactly("all: the French text is the English one");
    }
}
