package org.cmm.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cmm.core.statistics.SequentialRule;
import org.junit.jupiter.api.Test;

/**
 * What the engine finds is what the formulas say. Here each is given twenty replications; {@link Verified#of} goes on
 * until half a percent is known, which takes half a minute.
 */
class VerificationTest {

    private static final List<ClosedForm> FORMS = ClosedForms.all();
    private static final SequentialRule QUICK = new SequentialRule(0.005, 20, 20, 20);

    @Test
    void theSimulationFindsWhatTheFormulasSay() {
        List<Verified> table = IntStream.range(0, FORMS.size())
                .parallel()
                .mapToObj(row -> Verified.of(FORMS.get(row), ClosedForms.SEED + row, QUICK))
                .toList();
        table.forEach(row -> {
            assertThat(row.found().relativeHalfWidth()).as(words(row)).isLessThan(0.04);
            assertThat(row.z()).as(words(row)).isBetween(-4.0, 4.0);
        });
        assertThat(table.stream().mapToDouble(row -> row.z() * row.z()).sum())
                .as("chi-square of all rows, which would show what leans to one side a little everywhere")
                .isBetween(FORMS.size() * 0.4, FORMS.size() * 1.9);
    }

    private static String words(Verified row) {
        return String.format(
                Locale.ROOT,
                "%s, %s: expected %s, found %s, z %.2f",
                row.form().model(),
                row.form().parameters(),
                row.form().expected(),
                row.found(),
                row.z());
    }

    @Test
    void aRowIsPreciseOnceHalfAPercentIsKnown() {
        Verified row = Verified.of(form("race, share prevented"), 1);
        assertThat(row.isPrecise()).isTrue();
        assertThat(row.holds()).isTrue();
        assertThat(Verified.of(form("race, share down"), 1, QUICK).isPrecise()).isFalse();
    }

    @Test
    void aWrongFormulaIsFoundOut() {
        ClosedForm right = form("race, share prevented");
        ClosedForm wrong = new ClosedForm(
                right.model(), right.parameters(), 0.82, right.scenario(), right.figure(), right.precision());
        assertThat(Verified.of(wrong, 1).holds()).isFalse();
        assertThat(Verified.of(wrong, 1).z()).isLessThan(-4);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        ClosedForm form = form("power cuts, share off");
        assertThat(Verified.of(form, 1, QUICK)).isEqualTo(Verified.of(form, 1, QUICK));
        assertThat(Verified.of(form, 1, QUICK).found())
                .isNotEqualTo(Verified.of(form, 2, QUICK).found());
    }

    private static ClosedForm form(String model) {
        return FORMS.stream()
                .filter(form -> form.model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
