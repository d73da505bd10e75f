package org.cmm.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole table: what the engine finds is what the formulas say. */
class VerificationTest {

    private static final List<ClosedForm> FORMS = ClosedForms.all();

    @Test
    void theSimulationFindsWhatTheFormulasSay() {
        List<Verified> table = IntStream.range(0, FORMS.size())
                .parallel()
                .mapToObj(row -> Verified.of(FORMS.get(row), ClosedForms.SEED + row))
                .toList();
        table.forEach(VerificationTest::print);
        assertThat(table).allSatisfy(row -> {
            assertThat(row.isPrecise()).as("precision of %s", row).isTrue();
            assertThat(row.holds()).as("%s", row).isTrue();
        });
        assertThat(table.stream().mapToDouble(row -> row.z() * row.z()).sum())
                .as("chi-square of all rows, which would show what leans to one side a little everywhere")
                .isBetween(FORMS.size() * 0.4, FORMS.size() * 1.8);
    }

    private static void print(Verified row) {
        System.out.printf(
                Locale.ROOT,
                "%-38s %-60s %.9f %.9f ± %.2f %% n=%d z=%+.2f%n",
                row.form().model(),
                row.form().parameters(),
                row.form().expected(),
                row.found().mean(),
                100 * row.found().relativeHalfWidth(),
                row.found().n(),
                row.z());
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        ClosedForm form = FORMS.stream()
                .filter(one -> one.model().startsWith("power cuts"))
                .findFirst()
                .orElseThrow();
        assertThat(Verified.of(form, 1).found()).isEqualTo(Verified.of(form, 1).found());
        assertThat(Verified.of(form, 1).found())
                .isNotEqualTo(Verified.of(form, 2).found());
    }
}
