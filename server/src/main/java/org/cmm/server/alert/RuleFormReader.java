package org.cmm.server.alert;

import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleForm.LevelFields;
import org.cmm.server.platform.ProblemException;

/** Turns a form into a rule, or into one sentence about what is wrong with it. */
final class RuleFormReader {

    /** What became of a form. */
    sealed interface Outcome {
        record Read(Condition condition) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    private final AlertMessages messages;

    RuleFormReader(AlertMessages messages) {
        this.messages = messages;
    }

    Outcome read(RuleForm form, Condition was) {
        if (form.levels().stream()
                .anyMatch(level -> !level.isEmpty() && edit(level).isEmpty())) {
            return new Outcome.Refused(messages.faultNumber());
        }
        boolean silence = form.isSilence();
        if (seconds(form.raiseAfter()).isEmpty()
                || (!silence
                        && (seconds(form.clearAfter()).isEmpty()
                                || seconds(form.maxGap()).isEmpty()))) {
            return new Outcome.Refused(messages.faultDuration());
        }
        try {
            return new Outcome.Read(RuleCheck.changed(was, edit(form, was)));
        } catch (ProblemException e) {
            return new Outcome.Refused(sentence(e.problem().errors().getFirst().field(), silence));
        }
    }

    private static RuleEdit edit(RuleForm form, Condition was) {
        List<LevelEdit> levels = was instanceof Condition.OnSilence(SilenceRule rule)
                ? List.of(new LevelEdit(Words.word(rule.severity()), null, null))
                : form.levels().stream().flatMap(level -> edit(level).stream()).toList();
        return new RuleEdit(
                form.enabled(),
                levels,
                seconds(form.raiseAfter()).orElse(null),
                seconds(form.clearAfter()).orElse(null),
                seconds(form.maxGap()).orElse(null));
    }

    /** Empty when its fields are no numbers, or are both empty. */
    private static Optional<LevelEdit> edit(LevelFields level) {
        return PercentText.read(level.raiseAt()).flatMap(raiseAt -> PercentText.read(level.clearBelow())
                .map(clearBelow -> new LevelEdit(level.severity(), raiseAt, clearBelow)));
    }

    private static Optional<Long> seconds(String text) {
        return DurationText.read(text).map(duration -> duration.toSeconds());
    }

    private String sentence(String field, boolean silence) {
        return switch (field) {
            case "raiseAfterSeconds" -> silence ? messages.faultSilence() : messages.faultDuration();
            case "clearAfterSeconds" -> messages.faultDuration();
            case "maxGapSeconds" -> messages.faultGap();
            case "levels" -> messages.faultLevels();
            default -> messages.faultNumber();
        };
    }
}
