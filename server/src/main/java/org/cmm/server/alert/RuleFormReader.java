package org.cmm.server.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleForm.LevelFields;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.ProblemException;

/** Turns a form into a rule, or into a sentence for each of its fields that is wrong. */
final class RuleFormReader {

    /** What is wrong with the levels as a whole. */
    static final String LEVELS = "levels";

    /** What became of a form. */
    sealed interface Outcome {
        record Read(Condition condition) implements Outcome {}

        /** @param faults sentences by the name of their field, or by {@link #LEVELS} */
        record Refused(Map<String, String> faults) implements Outcome {
            public Refused {
                faults = Map.copyOf(faults);
            }
        }
    }

    private final AlertMessages messages;

    RuleFormReader(AlertMessages messages) {
        this.messages = messages;
    }

    Outcome read(RuleForm form, Condition was) {
        Map<String, String> faults = unreadable(form);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        try {
            return new Outcome.Read(RuleCheck.changed(was, edit(form, was)));
        } catch (ProblemException e) {
            e.problem().errors().forEach(fault -> put(faults, form, fault));
            return new Outcome.Refused(faults);
        }
    }

    private Map<String, String> unreadable(RuleForm form) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (LevelFields level : given(form)) {
            if (!isPercentage(level.raiseAt())) {
                faults.put(level.raiseName(), messages.faultNumber());
            }
            if (!isPercentage(level.clearBelow())) {
                faults.put(level.clearName(), messages.faultNumber());
            }
        }
        durations(form).forEach((name, text) -> {
            if (seconds(text).isEmpty()) {
                faults.put(name, messages.faultDuration());
            }
        });
        return faults;
    }

    private static boolean isPercentage(String text) {
        return PercentText.read(text).filter(ratio -> ratio <= 1).isPresent();
    }

    private static Map<String, String> durations(RuleForm form) {
        return form.isSilence()
                ? Map.of("raise-after", form.raiseAfter())
                : Map.of(
                        "raise-after", form.raiseAfter(),
                        "clear-after", form.clearAfter(),
                        "max-gap", form.maxGap());
    }

    private static List<LevelFields> given(RuleForm form) {
        return form.levels().stream().filter(level -> !level.isEmpty()).toList();
    }

    private static RuleEdit edit(RuleForm form, Condition was) {
        List<LevelEdit> levels = was instanceof Condition.OnSilence(SilenceRule rule)
                ? List.of(new LevelEdit(Words.word(rule.severity()), null, null))
                : given(form).stream().map(RuleFormReader::edit).toList();
        return new RuleEdit(
                form.enabled(),
                levels,
                seconds(form.raiseAfter()).orElse(null),
                seconds(form.clearAfter()).orElse(null),
                seconds(form.maxGap()).orElse(null));
    }

    private static LevelEdit edit(LevelFields level) {
        return new LevelEdit(
                level.severity(),
                PercentText.read(level.raiseAt()).orElse(null),
                PercentText.read(level.clearBelow()).orElse(null));
    }

    private static Optional<Long> seconds(String text) {
        return DurationText.read(text).map(duration -> duration.toSeconds());
    }

    /** The check names fields as programs know them: {@code levels[1].raiseAt}, {@code maxGapSeconds}. */
    private void put(Map<String, String> faults, RuleForm form, FieldFault fault) {
        switch (fault.field()) {
            case "raiseAfterSeconds" ->
                faults.put("raise-after", form.isSilence() ? messages.faultSilence() : messages.faultDuration());
            case "clearAfterSeconds" -> faults.put("clear-after", messages.faultDuration());
            case "maxGapSeconds" -> faults.put("max-gap", messages.faultGap());
            case LEVELS -> faults.put(LEVELS, messages.faultLevels());
            default -> faults.put(levelField(form, fault.field()), messages.faultNumber());
        }
    }

    private static String levelField(RuleForm form, String field) {
        int index = Integer.parseInt(field.replaceAll("\\D", ""));
        LevelFields level = given(form).get(index);
        return field.endsWith("raiseAt") ? level.raiseName() : level.clearName();
    }
}
