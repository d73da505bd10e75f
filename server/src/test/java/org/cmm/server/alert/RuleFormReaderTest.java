package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Rule;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleForm.LevelFields;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RuleFormReader.Outcome;
import org.junit.jupiter.api.Test;

class RuleFormReaderTest {

    private static final Condition CPU = new Condition.OnMetric(DefaultRules.CPU);
    private static final Condition SILENCE = new Condition.OnSilence(DefaultRules.SILENCE);

    private final RuleFormReader reader = new RuleFormReader(sentencesByName());

    @Test
    void readsWhatItWroteItself() {
        RuleForm form = RuleForm.of(new RuleEntry(CPU, RuleScope.FLEET, true, Instant.EPOCH, ""));
        assertThat(reader.read(form, edit -> RuleCheck.changed(CPU, edit))).isEqualTo(new Outcome.Read(CPU));
    }

    @Test
    void namesEveryFieldThatCannotBeReadAtOnce() {
        RuleForm form =
                form(new LevelFields("warning", "abc", "70", ""), new LevelFields("critical", "95", "130", ""), "soon");
        assertThat(reader.read(form, edit -> RuleCheck.changed(CPU, edit)))
                .isEqualTo(new Outcome.Refused(Map.of(
                        "warning-raise", "faultNumber",
                        "critical-clear", "faultNumber",
                        "max-gap", "faultDuration")));
    }

    @Test
    void aHalfGivenLevelMissesItsOtherHalf() {
        RuleForm form =
                form(new LevelFields("warning", "85", "", ""), new LevelFields("critical", "95", "80", ""), "10 min");
        assertThat(reader.read(form, edit -> RuleCheck.changed(CPU, edit)))
                .isEqualTo(new Outcome.Refused(Map.of("warning-clear", "faultNumber")));
    }

    @Test
    void levelsThatDoNotRiseAreAFaultOfTheLevels() {
        RuleForm form =
                form(new LevelFields("warning", "96", "70", ""), new LevelFields("critical", "95", "80", ""), "10 min");
        assertThat(reader.read(form, edit -> RuleCheck.changed(CPU, edit)))
                .isEqualTo(new Outcome.Refused(Map.of(RuleFormReader.LEVELS, "faultLevels")));
    }

    @Test
    void anEmptyLevelIsDoneWithout() {
        RuleForm form =
                form(new LevelFields("warning", "", "", ""), new LevelFields("critical", "95,5", "80", ""), "10 min");
        assertThat(reader.read(form, edit -> RuleCheck.changed(CPU, edit)))
                .isInstanceOfSatisfying(Outcome.Read.class, read -> assertThat(read.condition())
                        .isInstanceOfSatisfying(Condition.OnMetric.class, changed -> assertThat(levels(changed.rule()))
                                .containsExactly("CRITICAL 0.955")));
    }

    @Test
    void silenceHasALengthAndNothingElse() {
        RuleForm form = new RuleForm(AlertKey.SILENT, true, Look.of(SILENCE), List.of(), "3 s", "", "");
        assertThat(reader.read(form, edit -> RuleCheck.changed(SILENCE, edit)))
                .isEqualTo(new Outcome.Refused(Map.of("raise-after", "faultSilence")));
    }

    private static RuleForm form(LevelFields warning, LevelFields critical, String maxGap) {
        return new RuleForm(
                "cpu",
                true,
                Look.of(CPU),
                List.of(new LevelFields("info", "", "", ""), warning, critical),
                "10 min",
                "30 min",
                maxGap);
    }

    private static List<String> levels(Rule rule) {
        return rule.levels().stream()
                .map(level -> level.severity() + " " + level.raiseAt())
                .toList();
    }

    /** Every sentence is the name of its method. */
    private static RuleMessages sentencesByName() {
        return (RuleMessages) Proxy.newProxyInstance(
                RuleMessages.class.getClassLoader(),
                new Class<?>[] {RuleMessages.class},
                (proxy, method, arguments) -> method.getName());
    }
}
