package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> NAMES = List.of("Awa Ngo", "awa@mairie.cm", "awa", "Mairie de Bafoussam");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "quatre mots sans rapport", "Tp7#kzQ9!m2x"})
    void acceptsWhatIsHardToGuess(String password) {
        assertThat(PasswordRules.fault(password, NAMES)).isEmpty();
    }

    @Test
    void refusesWhatIsShort() {
        assertThat(PasswordRules.fault("Tp7#kzQ9!", NAMES)).contains(PasswordFault.TOO_SHORT);
    }

    @Test
    void refusesWhatBcryptWouldCutOff() {
        String ascii = "abc def ghi jkl mno pqr stu vwx yz, 0 9 8 7 6 5 4 3 2 1 and so on, & on!";
        assertThat(ascii).hasSize(72);
        assertThat(PasswordRules.fault(ascii, NAMES)).isEmpty();
        assertThat(PasswordRules.fault(ascii + "!", NAMES)).contains(PasswordFault.TOO_LONG);
        assertThat(PasswordRules.fault(ascii.replace('!', 'é'), NAMES))
                .as("an accent takes two bytes")
                .contains(PasswordFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P@ssw0rd2024!", "motdepasse123", "azertyuiop1", "1234567890", "aaaaaaaaaaaa", "abcabcabcabc"})
    void refusesWhatAttackersTryFirst(String password) {
        assertThat(PasswordRules.fault(password, NAMES)).contains(PasswordFault.COMMON);
    }

    @Test
    void refusesANameWithLittleElse() {
        assertThat(PasswordRules.fault("Awa Ngo #57x", NAMES)).contains(PasswordFault.NAMES);
    }
}
