package org.cmm.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class Gsm7Test {

    @Test
    void accentsOutsideOfTheAlphabetAreTakenAway() {
        assertThat(Gsm7.transliterate("Ça a été réglé à l’hôpital, où le cœur bat : « prêt » — 92 % ≥ 85 %…"))
                .isEqualTo("Ça a été réglé à l'hopital, où le coeur bat : \"pret\" - 92 % >= 85 %..."
                        .replace("\"pret\"", "\" pret \""));
    }

    @Test
    void whatTheAlphabetHasStaysAsItIs() {
        String kept = "@£$¥èéùìòÇØøÅåÆæßÉ¤ÄÖÑÜ§¿äöñüà {[~]}\\|€^ ΔΦΓΛΩΠΨΣΘΞ";
        assertThat(Gsm7.transliterate(kept)).isEqualTo(kept);
        assertThat(Gsm7.holds(kept)).isTrue();
        assertThat(Gsm7.holds("fenêtre")).isFalse();
    }

    @Test
    void namesOfCameroonsLanguagesStayReadable() {
        assertThat(Gsm7.transliterate("Ŋkɔŋsamba, Mɛ̀ɗɔ́")).isEqualTo("Ngkongsamba, Medo");
    }

    @Test
    void bracketsAndTheEuroTakeTwoSeptets() {
        assertThat(Gsm7.septets("a{b}€")).isEqualTo(2 + 6);
    }

    @Test
    void aTextIsCutWithDotsAndNeverInTheMiddleOfAnEscape() {
        assertThat(Gsm7.fit("a".repeat(161), 160)).isEqualTo("a".repeat(157) + "...");
        assertThat(Gsm7.fit("€".repeat(81), 160)).isEqualTo("€".repeat(78) + "...");
        assertThat(Gsm7.fit("a".repeat(160), 160)).isEqualTo("a".repeat(160));
    }

    @Test
    void othersWritingBecomesQuestionMarksAndPicturesToo() {
        assertThat(Gsm7.transliterate("PC 数 🔥")).isEqualTo("PC ? ?");
    }

    @Property(seed = "5", tries = 2_000)
    void everyTextFitsOneSegmentAndKeepsToTheAlphabet(@ForAll("texts") String text) {
        String sms = Gsm7.fit(text, Gsm7.SEGMENT);
        assertThat(Gsm7.holds(sms)).isTrue();
        assertThat(Gsm7.septets(sms)).isLessThanOrEqualTo(Gsm7.SEGMENT);
    }

    @Property(seed = "5", tries = 1_000)
    void writingTwiceChangesNothing(@ForAll("texts") String text) {
        String once = Gsm7.transliterate(text);
        assertThat(Gsm7.transliterate(once)).isEqualTo(once);
    }

    /** Anything that a database can hold, and French that is longer than a segment. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> french = Arbitraries.strings()
                .withChars("aeiou éèêëàâîïôùûüÿçœæÇÉÈÊÀÂ’«»…€{}[]\n")
                .ofMinLength(100)
                .ofMaxLength(400);
        return Arbitraries.oneOf(french, Arbitraries.strings().all().ofMaxLength(300));
    }
}
