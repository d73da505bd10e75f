package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEdit.LooksAt;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    private static final Condition CPU = new Condition.OnMetric(DefaultRules.CPU);
    private static final Condition SILENCE = new Condition.OnSilence(DefaultRules.SILENCE);
    private static final LevelEdit WARNING = new LevelEdit("warning", 0.8, 0.7);

    @Test
    void takesARuleThatActsAtOnce() {
        var changed = (Condition.OnMetric) RuleCheck.changed(CPU, edit(0L, 0L, 1L, WARNING));
        assertThat(changed.rule().metric()).isEqualTo("system.cpu.utilization");
        assertThat(changed.rule().timing().raiseAfter()).isZero();
        assertThat(changed.rule().levels()).hasSize(1);
    }

    @Test
    void takesASilenceOfTenSeconds() {
        var edit = edit(10L, null, null, new LevelEdit("warning", null, null));
        assertThat(RuleCheck.changed(SILENCE, edit))
                .isEqualTo(new Condition.OnSilence(new SilenceRule(Duration.ofSeconds(10), Severity.WARNING)));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        assertThat(faults(CPU, new RuleEdit(null, null, null, null, null, null)))
                .extracting(FieldFault::field)
                .containsExactly("enabled", "levels", "raiseAfterSeconds", "clearAfterSeconds", "maxGapSeconds");
    }

    @Test
    void refusesAThresholdThatNoReadingReaches() {
        assertThat(faults(CPU, edit(0L, 0L, 1L, new LevelEdit("warning", 85.0, 0.7))))
                .extracting(FieldFault::field)
                .containsExactly("levels[0].raiseAt");
    }

    @Test
    void givesCoresReasonForTheFieldAtFault() {
        assertThat(faults(CPU, edit(0L, 0L, 1L, new LevelEdit("warning", 0.7, 0.8))))
                .containsExactly(new FieldFault(
                        "levels", "rule 'cpu': clear-below of warning must be less than its raise-at 0.7, was 0.8"));
        assertThat(faults(CPU, edit(0L, 0L, 0L, WARNING)))
                .containsExactly(new FieldFault("maxGapSeconds", "rule 'cpu': max-gap must be at least 1s, was 0s"));
        assertThat(faults(SILENCE, edit(9L, null, null, new LevelEdit("critical", null, null))))
                .extracting(FieldFault::field)
                .containsExactly("raiseAfterSeconds");
    }

    @Test
    void refusesASeverityThatThereIsNot() {
        assertThat(faults(CPU, edit(0L, 0L, 1L, new LevelEdit("fatal", 0.8, 0.7))))
                .containsExactly(new FieldFault(
                        "levels[0].severity",
                        "rule 'cpu': levels[0].severity must be info, warning or critical, was 'fatal'"));
    }

    @Test
    void refusesAHoldThatWouldMakeEveryStartReadAYear() {
        assertThat(faults(CPU, edit(31_536_000L, 0L, 1L, WARNING)))
                .extracting(FieldFault::field)
                .containsExactly("raiseAfterSeconds");
    }

    @Test
    void readsARuleAboutDisksThatWillBeFull() {
        RuleEdit edit = new RuleEdit(
                true,
                new LooksAt("disk-full", null, null, null, null, null),
                List.of(new LevelEdit("warning", 604_800.0, 864_000.0)),
                0L,
                86_400L,
                345_600L);
        assertThat(RuleCheck.created("full", edit, List.of()))
                .isInstanceOfSatisfying(Condition.OnMetric.class, condition -> {
                    assertThat(condition.rule().kind()).isEqualTo(new Kind.DiskFull());
                    assertThat(condition.rule().levels())
                            .containsExactly(new Level(Severity.WARNING, -604_800, -864_000));
                });
    }

    @Test
    void whatIsUnusualIsANoticeAndNothingElse() {
        LooksAt looksAt = new LooksAt("habit", "system.cpu.utilization", "high", null, null, 3_628_800L);
        RuleEdit notice = new RuleEdit(true, looksAt, List.of(new LevelEdit("info", 5.0, 3.0)), 1_800L, 1_800L, 600L);
        RuleEdit alarm =
                new RuleEdit(true, looksAt, List.of(new LevelEdit("critical", 5.0, 3.0)), 1_800L, 1_800L, 600L);
        assertThat(RuleCheck.created("odd", notice, List.of())).isInstanceOf(Condition.OnMetric.class);
        assertThat(catchThrowableOfType(ProblemException.class, () -> RuleCheck.created("odd", alarm, List.of()))
                        .problem()
                        .errors())
                .extracting(FieldFault::field)
                .containsExactly("levels");
    }

    private static List<FieldFault> faults(Condition was, RuleEdit edit) {
        return catchThrowableOfType(ProblemException.class, () -> RuleCheck.changed(was, edit))
                .problem()
                .errors();
    }

    private static RuleEdit edit(Long raise, @Nullable Long clear, @Nullable Long gap, LevelEdit... levels) {
        return new RuleEdit(true, null, List.of(levels), raise, clear, gap);
    }
}
