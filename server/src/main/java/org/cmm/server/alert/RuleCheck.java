package org.cmm.server.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.alert.Timing;
import org.cmm.core.forecast.DiskForecast;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.ValueFault;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEdit.LooksAt;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Turns what somebody wants a rule to be into one that core accepts, or into everything that is wrong with it. */
final class RuleCheck {

    /** A longer hold would make every start read that much history. */
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    /** How many times a spread may be asked for. */
    private static final double MOST_SPREADS = 1_000;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private static final Set<String> ADDRESSES = Set.of("new", "replay", "trials");

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

    /**
     * The condition of a rule that a scope does not have yet. Where another scope has a rule of this id, it looks at
     * the same thing: else nobody could say what an alert of that name is about.
     *
     * @throws org.cmm.server.platform.ProblemException naming every field at fault
     */
    static Condition created(String id, RuleEdit edit, List<RuleEntry> others) {
        RuleCheck check = new RuleCheck(id, edit);
        if (!ID.matcher(id).matches()) {
            check.fault("id", "must be a letter a-z and up to 59 more of a-z, 0-9 and '-'");
        }
        if (ADDRESSES.contains(id)) {
            check.fault("id", "must be another one: an address of CMM is called so");
        }
        Optional<Condition> other = others.stream()
                .filter(entry -> entry.id().equals(id))
                .map(RuleEntry::condition)
                .findFirst();
        if (other.isPresent()) {
            return check.changed(other.get());
        }
        if (edit.looksAt() == null) {
            check.missing("looksAt");
        }
        return check.changed(Optional.empty());
    }

    private Condition changed(Condition was) {
        return switch (was) {
            case Condition.OnMetric(Rule rule) -> {
                refuseAnother(rule.kind());
                yield changed(Optional.of(rule.kind()));
            }
            case Condition.OnSilence _ -> {
                requireEnabled();
                yield new Condition.OnSilence(onSilence());
            }
        };
    }

    private Condition changed(Optional<Kind> was) {
        requireEnabled();
        Optional<Kind> kind = edit.looksAt() == null ? was : kind(edit.looksAt());
        List<Level> levels = levels(kind);
        if (kind.filter(known -> known instanceof Kind.Habit).isPresent()
                && levels.stream().anyMatch(level -> level.severity() != Severity.INFO)) {
            fault("levels", "must be of the severity info alone: what is unusual need not be trouble");
        }
        Timing timing = new Timing(
                duration("raiseAfterSeconds", edit.raiseAfterSeconds()),
                duration("clearAfterSeconds", edit.clearAfterSeconds()),
                duration("maxGapSeconds", edit.maxGapSeconds()));
        refuseFaults();
        try {
            return new Condition.OnMetric(new Rule(id, kind.orElseThrow(), levels, timing));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Readings of another metric, or another number made of them, are another rule. */
    private void refuseAnother(Kind was) {
        LooksAt wanted = edit.looksAt();
        if (wanted == null) {
            return;
        }
        KindRow row = KindRow.of(was);
        if (!row.kind().equals(wanted.kind())
                || wanted.metric() != null && !row.metric().equals(wanted.metric())) {
            fault(
                    "looksAt",
                    "must stay %s of '%s'; for anything else make another rule".formatted(row.kind(), row.metric()));
        }
    }

    private void requireEnabled() {
        if (edit.enabled() == null) {
            missing("enabled");
        }
    }

    private Optional<Kind> kind(LooksAt wanted) {
        String metric = wanted.metric() == null ? "" : wanted.metric();
        boolean needsMetric = !KindRow.RESTART.equals(wanted.kind()) && !KindRow.DISK_FULL.equals(wanted.kind());
        if (needsMetric && Metrics.find(metric).isEmpty()) {
            fault("looksAt.metric", "must be a metric that CMM knows, was '%.60s'".formatted(metric));
            return Optional.empty();
        }
        String side = wanted.side() == null ? "high" : wanted.side();
        if (!side.equals("high") && !side.equals("low")) {
            fault("looksAt.side", "must be high or low, was '%.20s'".formatted(side));
        }
        int agreeing = wanted.agreeing() == null ? 1 : wanted.agreeing();
        KindRow row = new KindRow(
                wanted.kind() == null ? "" : wanted.kind(),
                metric,
                side,
                agreeing,
                wanted.ofLast() == null ? agreeing : wanted.ofLast(),
                over(wanted));
        try {
            return Optional.of(row.kindOf());
        } catch (IllegalArgumentException e) {
            fault("looksAt", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Core knows the bounds of habits, which are longer than any hold. */
    private Duration over(LooksAt wanted) {
        boolean habit = KindRow.HABIT.equals(wanted.kind());
        Long seconds = wanted.overSeconds();
        if (seconds == null) {
            return habit ? Kind.Habit.MOST : Duration.ofHours(1);
        }
        return habit && seconds >= 0 && seconds <= Kind.Habit.MOST.toSeconds()
                ? Duration.ofSeconds(seconds)
                : duration("looksAt.overSeconds", seconds);
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

    private List<Level> levels(Optional<Kind> kind) {
        if (edit.levels() == null) {
            missing("levels");
            return List.of();
        }
        List<Level> levels = new ArrayList<>();
        for (int index = 0; index < edit.levels().size() && kind.isPresent(); index++) {
            level(kind.get(), index, edit.levels().get(index)).ifPresent(levels::add);
        }
        return levels;
    }

    private Optional<Level> level(Kind kind, int index, LevelEdit level) {
        Optional<Severity> severity = severity(index, level);
        boolean raise = isPossible(kind, "levels[" + index + "].raiseAt", level.raiseAt());
        boolean clear = isPossible(kind, "levels[" + index + "].clearBelow", level.clearBelow());
        Double raiseAt = level.raiseAt();
        Double clearBelow = level.clearBelow();
        if (raiseAt == null || clearBelow == null || !raise || !clear) {
            return Optional.empty();
        }
        double free = level.freeAtMost() == null ? Double.POSITIVE_INFINITY : level.freeAtMost();
        return severity.map(
                known -> new Level(known, KindRow.turned(kind, raiseAt), KindRow.turned(kind, clearBelow), free));
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
    private boolean isPossible(Kind kind, String field, @Nullable Double threshold) {
        if (threshold == null) {
            missing(field);
            return false;
        }
        Optional<String> fault =
                switch (kind) {
                    case Kind.Threshold(String metric, var _, var _) ->
                        Metrics.find(metric)
                                .flatMap(known -> known.check(threshold))
                                .map(ValueFault::describe);
                    case Kind.RateOfChange _ -> outside(threshold, 0, Double.MAX_VALUE);
                    case Kind.NoData _ -> outside(threshold, 0, LONGEST_SECONDS);
                    case Kind.Habit _ -> outside(threshold, 0, MOST_SPREADS);
                    case Kind.DiskFull _ ->
                        outside(
                                threshold,
                                0,
                                Duration.ofDays(DiskForecast.HORIZON).toSeconds());
                    case Kind.RestartSeen _ -> outside(threshold, 0, Kind.RestartSeen.MOST);
                };
        fault.ifPresent(found -> fault(field, found));
        return fault.isEmpty();
    }

    private static Optional<String> outside(double threshold, double least, double most) {
        return threshold >= least && threshold <= most
                ? Optional.empty()
                : Optional.of("must be %s to %s, was %s".formatted(least, most, threshold));
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
