package org.cmm.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;

/**
 * All rules on all series of one server.
 *
 * <p>Not thread-safe: it belongs to whatever handles that server's samples in order.
 *
 * <p>A new process takes over where the old one stopped by these steps, and then answers as the old one would have:
 *
 * <ol>
 *   <li>construct with the alerts that fire, and {@link #adopt} the rules;
 *   <li>let <i>known</i> be the time of the server's newest saved event, or that of its newest sample less
 *       {@link Rules#lookback}, whichever is later;
 *   <li>{@link #recall} the stored samples from <i>known</i> less lookback up to and including <i>known</i>;
 *   <li>{@link #observe} the stored samples after it, and save what they cause.
 * </ol>
 *
 * <p>A sample's values stand in the order of its layout, in each metric's unit, NaN where a reading is absent. The
 * layout is recognised by identity: pass the same list for as long as it does not change. Times are told apart by the
 * millisecond.
 */
public final class ServerWatch {

    private final List<Watch> watches = new ArrayList<>();
    private List<FiringAlert> inherited;
    private Rules rules = Rules.NONE;
    private Plan plan = Plan.NONE;
    private Map<Series, Habit> habits = Map.of();
    private long newestMillis = Long.MIN_VALUE;
    private long foretoldMillis = Long.MIN_VALUE;

    /** Knows these alerts and no rules yet. */
    public ServerWatch(Collection<FiringAlert> firing) {
        inherited = List.copyOf(firing);
    }

    /**
     * Puts these rules in force. What an unchanged rule was doing goes on. An alert of a changed rule keeps firing, at
     * the nearest severity that the rule still knows, until readings say otherwise; its holds start again. An alert
     * whose rule no longer looks at its series, or looks at it in another way, is cleared.
     */
    public List<AlertEvent> adopt(Rules changed, Instant at) {
        List<AlertEvent> events = new ArrayList<>();
        for (FiringAlert open : inherited) {
            inherit(open, changed, at).ifPresent(events::add);
        }
        inherited = List.of();
        for (Watch watch : List.copyOf(watches)) {
            adopt(watch, changed, at).ifPresent(events::add);
        }
        rules = changed;
        plan = Plan.NONE;
        return List.copyOf(events);
    }

    /**
     * What a sample causes: usually nothing, and then nothing is allocated. A sample that is not newer than every one
     * before it is history and changes nothing.
     */
    public List<AlertEvent> observe(Instant at, List<Series> layout, double[] values) {
        if (!isNews(at, layout, values)) {
            return List.of();
        }
        List<AlertEvent> events = List.of();
        for (int index = plan.nextStirred(0, values, 0, at.toEpochMilli());
                index < plan.size();
                index = plan.nextStirred(index + 1, values, 0, at.toEpochMilli())) {
            Optional<AlertEvent> event = plan.observe(index, values, at);
            if (event.isPresent()) {
                events = appended(events, event.get());
            }
        }
        return events;
    }

    /**
     * Takes in a sample that changes nothing, as nearly every one does, without allocating. False means that it was not
     * taken in: {@link #observe} or {@link #recall} it.
     *
     * @param values holds the sample among others
     * @param from where in {@code values} it starts
     */
    public boolean settles(long atMillis, List<Series> layout, double[] values, int from) {
        if (!plan.isFor(layout)) {
            return false;
        }
        if (atMillis <= newestMillis) {
            return true;
        }
        if (plan.nextStirred(0, values, from, atMillis) < plan.size()) {
            return false;
        }
        newestMillis = atMillis;
        return true;
    }

    /**
     * Ends an alert because a person says that it is over. What its subject's readings say from now on counts as if
     * there had been none. Empty when this alert does not fire.
     */
    public Optional<AlertEvent> dismiss(Alert alert, Instant at) {
        return watches.stream()
                .filter(watch -> watch.firing()
                        .filter(open -> open.alert().equals(alert))
                        .isPresent())
                .findFirst()
                .flatMap(watch -> {
                    plan = Plan.NONE;
                    return watch.end(at, AlertEvent.Cause.CLOSED_BY_PERSON);
                });
    }

    /**
     * Lets a sample count towards holds without deciding anything: after a restart, or for a backlog too old to page.
     */
    public void recall(Instant at, List<Series> layout, double[] values) {
        if (!isNews(at, layout, values)) {
            return;
        }
        for (int index = plan.nextStirred(0, values, 0, at.toEpochMilli());
                index < plan.size();
                index = plan.nextStirred(index + 1, values, 0, at.toEpochMilli())) {
            plan.recall(index, values, at);
        }
    }

    /**
     * What forecasts of file systems cause, at the time of the newest sample: a machine that says nothing has no new
     * forecast, and nothing is caused for it. Nothing either before there is a sample.
     *
     * @param forecasts by their series of used shares
     */
    public List<AlertEvent> foretell(Map<Series, Forecast> forecasts) {
        if (newestMillis <= foretoldMillis) {
            return List.of();
        }
        foretoldMillis = newestMillis;
        Instant at = Instant.ofEpochMilli(newestMillis);
        List<AlertEvent> events = new ArrayList<>();
        eachForetold(forecasts, (watch, forecast) -> watch.observe(Kind.DiskFull.seconds(forecast), at)
                .ifPresent(events::add));
        return List.copyOf(events);
    }

    /** Lets an earlier forecast count towards holds without deciding anything; in order of time, before any other. */
    public void recallForetold(Instant at, Map<Series, Forecast> forecasts) {
        eachForetold(forecasts, (watch, forecast) -> watch.recall(Kind.DiskFull.seconds(forecast), at));
    }

    private void eachForetold(Map<Series, Forecast> forecasts, BiConsumer<Watch, Forecast> judge) {
        for (Rule rule : rules.ofForecasts()) {
            forecasts.forEach((series, forecast) -> {
                if (series.metric().equals(rule.metric())) {
                    judge.accept(Plan.found(new Subject(rule.id(), series), rule, watches), forecast);
                }
            });
        }
    }

    /**
     * What is usual for its series, from now on. Rules about habits know nothing before, and nothing of series that are
     * not among them; what they were doing goes on.
     */
    public void learn(Map<Series, Habit> usual) {
        habits = Map.copyOf(usual);
        watches.forEach(watch -> watch.learn(habits));
    }

    /** Time of the newest sample that was taken in; {@link Instant#MIN} before the first. */
    public Instant newest() {
        return newestMillis == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(newestMillis);
    }

    /** The alerts that are not over, in no particular order. */
    public List<FiringAlert> firing() {
        return Stream.concat(inherited.stream(), watches.stream().flatMap(watch -> watch.firing().stream()))
                .toList();
    }

    private Optional<AlertEvent> inherit(FiringAlert open, Rules changed, Instant at) {
        Subject subject = Subject.of(open.alert());
        Optional<Rule> rule = changed.find(subject.rule()).filter(subject::isOf);
        if (rule.isEmpty()) {
            return Optional.of(new AlertEvent.Cleared(open.alert(), at, AlertEvent.Cause.RULE_CHANGED));
        }
        Watch watch = new Watch(open, rule.get());
        watches.add(watch);
        return watch.adopt(rule.get(), at);
    }

    private Optional<AlertEvent> adopt(Watch watch, Rules changed, Instant at) {
        Subject subject = watch.subject();
        Optional<Rule> rule = changed.find(subject.rule()).filter(subject::isOf).filter(watch::looksAs);
        if (rule.isEmpty()) {
            watches.remove(watch);
            return watch.end(at, AlertEvent.Cause.RULE_CHANGED);
        }
        return rule.equals(rules.find(subject.rule())) ? Optional.empty() : watch.adopt(rule.get(), at);
    }

    /** Remembers the time and finds the plan, unless the sample is history. */
    private boolean isNews(Instant at, List<Series> layout, double[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException("sample of %s: must have a value for each of %d series, had %d"
                    .formatted(at, layout.size(), values.length));
        }
        long millis = at.toEpochMilli();
        if (millis <= newestMillis) {
            return false;
        }
        newestMillis = millis;
        if (!plan.isFor(layout)) {
            plan = Plan.of(rules, layout, watches);
            watches.forEach(watch -> watch.learn(habits));
        }
        return true;
    }

    private static List<AlertEvent> appended(List<AlertEvent> events, AlertEvent event) {
        List<AlertEvent> more = new ArrayList<>(events);
        more.add(event);
        return List.copyOf(more);
    }
}
