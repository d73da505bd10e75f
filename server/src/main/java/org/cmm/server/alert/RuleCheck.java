package org.cmm.server.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Turns what somebody wants a rule to be into one that core accepts, or into everything that is wrong with it. */
final class RuleCheck {

    /** A longer hold would make every start read that much history. */
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    private final String id;
    private final RuleEdit edit;
    private final List<FieldFault> faults = new ArrayList<>();

    private RuleCheck(String id, RuleEdit edit) {
        this.id = id;
        this.edit = edit;
    }

    /**
     * The condition as changed.
     *
     * @throws org.cmm.server.platform.ProblemException naming every field at fault
     */
    static Condition changed(Condition was, RuleEdit edit) {
        return new RuleCheck(was.id(), edit).changed(was);
    }

    private Condition changed(Condition was) {
        if (edit.enabled() == null) {
            missing("enabled");
        }
        return switch (was) {
            case Condition.OnMetric(Rule rule) -> new Condition.OnMetric(onMetric(rule.metric()));
            case Condition.OnSilence _ -> new Condition.OnSilence(onSilence());
        };
    }

    private Rule onMetric(String metric) {
        List<Level> levels = levels(metric);
        Timing timing = new Timing(
                duration("raiseAfterSeconds", edit.raiseAfterSeconds()),
                duration("clearAfterSeconds", edit.clearAfterSeconds()),
                duration("maxGapSeconds", edit.maxGapSeconds()));
        refuseFaults();
        try {
            return new Rule(id, metric, levels, timing);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private SilenceRule onSilence() {
        Duration after = duration("raiseAfterSeconds", edit.raiseAfterSeconds());
        refuseUnlessNothing("clearAfterSeconds", edit.clearAfterSeconds());
        refuseUnlessNothing("maxGapSeconds", edit.maxGapSeconds());
        List<LevelEdit> levels = edit.levels() == null ? List.of() : edit.levels();
        if (levels.size() != 1) {
            fault("levels", "must name one severity, named " + levels.size());
        }
        Severity severity = levels.isEmpty()
                ? Severity.CRITICAL
                : severity(0, levels.getFirst()).orElse(Severity.CRITICAL);
        refuseFaults();
        try {
            return new SilenceRule(after, severity);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private List<Level> levels(String metric) {
        if (edit.levels() == null) {
            missing("levels");
            return List.of();
        }
        List<Level> levels = new ArrayList<>();
        for (int index = 0; index < edit.levels().size(); index++) {
            level(metric, index, edit.levels().get(index)).ifPresent(levels::add);
        }
        return levels;
    }

    private Optional<Level> level(String metric, int index, LevelEdit level) {
        Optional<Severity> severity = severity(index, level);
        boolean raise = isPossible(metric, "levels[" + index + "].raiseAt", level.raiseAt());
        boolean clear = isPossible(metric, "levels[" + index + "].clearBelow", level.clearBelow());
        if (level.raiseAt() == null || level.clearBelow() == null || !raise || !clear) {
            return Optional.empty();
        }
        return severity.map(known -> new Level(known, level.raiseAt(), level.clearBelow()));
    }

    private Optional<Severity> severity(int index, LevelEdit level) {
        String given = level.severity() == null ? "" : level.severity();
        Optional<Severity> severity = Words.severity(given);
        if (severity.isEmpty()) {
            fault("levels[" + index + "].severity", "must be info, warning or critical, was '%.40s'".formatted(given));
        }
        return severity;
    }

    /** A threshold that no reading reaches, such as 85 for a ratio, would look like a rule and watch nothing. */
    private boolean isPossible(String metric, String field, @Nullable Double threshold) {
        if (threshold == null) {
            missing(field);
            return false;
        }
        var fault = Metrics.find(metric).flatMap(known -> known.check(threshold));
        fault.ifPresent(found -> fault(field, found.describe()));
        return fault.isEmpty();
    }

    private Duration duration(String field, @Nullable Long seconds) {
        if (seconds == null) {
            missing(field);
            return Duration.ZERO;
        }
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            fault(field, "must be 0 to %d seconds, was %d".formatted(LONGEST_SECONDS, seconds));
            return Duration.ZERO;
        }
        return Duration.ofSeconds(seconds);
    }

    private void refuseUnlessNothing(String field, @Nullable Long seconds) {
        if (seconds != null && seconds != 0) {
            fault(field, "must be left out: a contact ends a silence at once");
        }
    }

    private void missing(String field) {
        fault(field, "must be given");
    }

    private void fault(String field, String fault) {
        faults.add(new FieldFault(field, "rule '%s': %s %s".formatted(id, field, fault)));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }

    /** Core's words name what they are about; a program wants the field. */
    private static RuntimeException refused(String message) {
        String field = message.contains(": raise-after") || message.contains(": after")
                ? "raiseAfterSeconds"
                : message.contains(": clear-after")
                        ? "clearAfterSeconds"
                        : message.contains(": max-gap") ? "maxGapSeconds" : "levels";
        return Problem.invalid(List.of(new FieldFault(field, message))).exception();
    }
}
