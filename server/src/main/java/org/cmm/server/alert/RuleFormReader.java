package org.cmm.server.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cmm.core.alert.Kind;
import org.cmm.core.metric.Unit;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEdit.LooksAt;
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

    private final RuleMessages messages;

    RuleFormReader(RuleMessages messages) {
        this.messages = messages;
    }

    /** @param check turns what was wanted into a rule, or throws a problem with the fields at fault */
    Outcome read(RuleForm form, Function<RuleEdit, Condition> check) {
        Map<String, String> faults = unreadable(form);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        try {
            return new Outcome.Read(check.apply(edit(form)));
        } catch (ProblemException e) {
            e.problem().errors().forEach(fault -> put(faults, form, fault));
            return new Outcome.Refused(faults);
        }
    }

    private Map<String, String> unreadable(RuleForm form) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (LevelFields level : given(form)) {
            if (isUnreadable(form, level.raiseAt())) {
                faults.put(level.raiseName(), faultAmount(form));
            }
            if (isUnreadable(form, level.clearBelow())) {
                faults.put(level.clearName(), faultAmount(form));
            }
            if (!level.freeAtMost().isBlank()
                    && AmountText.number(level.freeAtMost()).isEmpty()) {
                faults.put(level.freeName(), messages.faultAmount());
            }
        }
        durations(form).forEach((name, text) -> {
            if (seconds(text).isEmpty()) {
                faults.put(name, messages.faultDuration());
            }
        });
        if (form.look().isThreshold()
                && (whole(form.look().agreeing()) == 0 || whole(form.look().ofLast()) == 0)) {
            faults.put("agreeing", messages.faultSamples());
        }
        return faults;
    }

    private static boolean isUnreadable(RuleForm form, String text) {
        AmountText amounts = form.look().amounts();
        boolean isShare = form.look().isThreshold() && amounts.unit() == Unit.RATIO;
        return amounts.read(text).filter(amount -> !isShare || amount <= 1).isEmpty();
    }

    private String faultAmount(RuleForm form) {
        return switch (form.look().amounts().unit()) {
            case RATIO -> messages.faultNumber();
            case SECONDS -> messages.faultDuration();
            case BYTES, BYTES_PER_SECOND, COUNT -> messages.faultAmount();
        };
    }

    /** Nought when it is no number. */
    private static int whole(String text) {
        return AmountText.number(text)
                .filter(number -> number <= Kind.Often.MOST && number % 1 == 0)
                .map(Double::intValue)
                .orElse(0);
    }

    private static Map<String, String> durations(RuleForm form) {
        Map<String, String> durations = new LinkedHashMap<>();
        durations.put("raise-after", form.raiseAfter());
        if (!form.isSilence()) {
            durations.put("clear-after", form.clearAfter());
            durations.put("max-gap", form.maxGap());
        }
        if (form.look().hasTime()) {
            durations.put("over", form.look().over());
        }
        return durations;
    }

    private static List<LevelFields> given(RuleForm form) {
        return form.levels().stream().filter(level -> !level.isEmpty()).toList();
    }

    private static RuleEdit edit(RuleForm form) {
        return form.isSilence()
                ? new RuleEdit(
                        form.enabled(),
                        null,
                        List.of(new LevelEdit(form.look().severity(), null, null)),
                        seconds(form.raiseAfter()).orElse(null),
                        null,
                        null)
                : new RuleEdit(
                        form.enabled(),
                        look(form.look()),
                        given(form).stream()
                                .map(level -> edit(level, form.look().amounts()))
                                .toList(),
                        seconds(form.raiseAfter()).orElse(null),
                        seconds(form.clearAfter()).orElse(null),
                        seconds(form.maxGap()).orElse(null));
    }

    private static LooksAt look(RuleForm.Look look) {
        return new LooksAt(
                look.kind(),
                look.metric(),
                look.side(),
                whole(look.agreeing()),
                whole(look.ofLast()),
                look.hasTime() ? seconds(look.over()).orElse(null) : null);
    }

    private static LevelEdit edit(LevelFields level, AmountText amounts) {
        return new LevelEdit(
                level.severity(),
                amounts.read(level.raiseAt()).orElse(null),
                amounts.read(level.clearBelow()).orElse(null),
                AmountText.number(level.freeAtMost())
                        .map(free -> free * AmountText.GIB)
                        .orElse(null));
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
            case "id" -> faults.put("id", messages.faultId());
            case LEVELS -> faults.put(LEVELS, messages.faultLevels());
            case "looksAt", "looksAt.side", "looksAt.metric" ->
                faults.put(form.look().isThreshold() ? "agreeing" : "over", messages.faultLook());
            case "looksAt.overSeconds" -> faults.put("over", messages.faultDuration());
            default -> faults.put(levelField(form, fault.field()), faultAmount(form));
        }
    }

    private static String levelField(RuleForm form, String field) {
        int index = Integer.parseInt(field.replaceAll("\\D", ""));
        LevelFields level = given(form).get(index);
        return field.endsWith("raiseAt") ? level.raiseName() : level.clearName();
    }
}
