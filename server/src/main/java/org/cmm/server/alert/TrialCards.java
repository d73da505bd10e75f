package org.cmm.server.alert;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Replayed.Fires;
import org.cmm.server.alert.Replayed.Machine;
import org.cmm.server.alert.Replayed.Reach;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.alert.TrialPage.EpisodeRow;
import org.cmm.server.alert.TrialPage.Figure;
import org.cmm.server.alert.TrialPage.Found;
import org.cmm.server.alert.TrialPage.MachineRow;
import org.cmm.server.alert.TrialPage.MarkRow;
import org.cmm.server.alert.TrialPage.Offer;
import org.cmm.server.platform.Figures;

/**
 * What a trial found, in the words of one language. Bounded: so many machines and alerts, whatever the fleet's size.
 */
final class TrialCards {

    private static final int MOST_MACHINES = 40;
    private static final int MOST_EPISODES = 400;
    private static final int LEAST_EPISODES = 10;

    private final TrialMessages messages;
    private final RuleWords words;
    private final Figures figures;

    TrialCards(Language language, RuleWords words, Figures figures) {
        this.messages = MessageBundles.get(TrialMessages.class, Localized.Literal.of(language.code()));
        this.words = words;
        this.figures = figures;
    }

    TrialMessages messages() {
        return messages;
    }

    /**
     * @param days how far back
     * @param shown what to tell of: the rule that was tried, or the one that is proposed
     * @param marked what is ticked
     * @param take where the proposal is put into the form; empty when it is there already
     */
    Found found(Replayed replayed, int days, Fires shown, List<Mark> marked, String take) {
        Set<Mark> ticked = Set.copyOf(marked);
        int most = Math.max(
                LEAST_EPISODES, MOST_EPISODES / Math.max(1, shown.machines().size()));
        int more = shown.machines().size() - MOST_MACHINES;
        boolean offers = !marked.isEmpty() && !take.isEmpty();
        return new Found(
                sentence(replayed.reach(), days, shown),
                note(replayed.reach()),
                figures(replayed.reach(), shown),
                figures.date(replayed.from()),
                figures.date(replayed.to()),
                shown.machines().stream()
                        .limit(MOST_MACHINES)
                        .map(machine -> row(machine, replayed, ticked, most))
                        .toList(),
                more > 0 ? messages.moreMachines(figures.count(more)) : "",
                offers ? List.of(offer(replayed, take)) : List.of());
    }

    private String sentence(Reach reach, int days, Fires shown) {
        String period = figures.count(days);
        String machines = figures.count(reach.looked());
        return switch (shown.times()) {
            case 0 -> reach.rows() == 0 ? "" : messages.never(period, machines);
            case 1 -> messages.once(period, machines);
            default ->
                messages.often(
                        figures.count(shown.times()),
                        period,
                        figures.count(shown.machines().size()),
                        machines);
        };
    }

    private String note(Reach reach) {
        String looked = figures.count(reach.looked());
        String asked = figures.count(reach.asked());
        return switch (reach.end()) {
            case STOPPED -> messages.stopped(looked, asked);
            case TIME -> messages.late(figures.count(RuleReplay.LONGEST_SEEN.toMinutes()), looked, asked);
            case ALERTS -> messages.flood(looked, asked);
            case WHOLE -> reach.asked() == 0 ? messages.noMachine() : reach.rows() == 0 ? messages.noSample() : "";
        };
    }

    private List<Figure> figures(Reach reach, Fires shown) {
        if (reach.rows() == 0) {
            return List.of();
        }
        List<Figure> all = new ArrayList<>();
        if (shown.times() > 0) {
            all.add(new Figure(messages.together(), figures.duration(shown.length())));
            all.add(new Figure(messages.median(), figures.duration(shown.median())));
        }
        double weekly = shown.weekly(reach);
        all.add(new Figure(messages.weekly(), figures.number(weekly, weekly < 1 ? 3 : 1)));
        all.add(new Figure(messages.watched(), figures.duration(reach.watched())));
        return all;
    }

    private Offer offer(Replayed replayed, String take) {
        if (replayed.proposal().isEmpty()) {
            return new Offer("", messages.noProposal(), "");
        }
        Fires proposed = replayed.proposal().get();
        int was = replayed.tried().times();
        if (proposed.rule().equals(replayed.tried().rule())) {
            return new Offer("", messages.already(), "");
        }
        String sentence = proposed.times() == 1
                ? messages.insteadOne(figures.count(was))
                : messages.instead(figures.count(proposed.times()), figures.count(was));
        String levels = words.levels(new Condition.OnMetric(proposed.rule()));
        boolean atOnce = proposed.rule().timing().raiseAfter().isZero();
        return new Offer(atOnce ? levels + " · " + messages.atOnce() : levels, sentence, take);
    }

    private MachineRow row(Machine machine, Replayed replayed, Set<Mark> ticked, int most) {
        int more = machine.times() - most;
        return new MachineRow(
                machine.server().code(),
                machine.server().name(),
                figures.count(machine.times()),
                figures.duration(machine.length()),
                figures.duration(machine.median()),
                new TrialStrip(replayed.from(), replayed.to()).of(machine, this),
                machine.episodes().reversed().stream()
                        .limit(most)
                        .map(episode -> row(machine, episode, ticked))
                        .toList(),
                machine.times() == 1 ? messages.oneAlert() : messages.alerts(figures.count(machine.times())),
                more > 0 ? messages.moreAlerts(figures.count(more)) : "");
    }

    private EpisodeRow row(Machine machine, Episode episode, Set<Mark> ticked) {
        Mark mark = TrialMarks.of(machine.server(), episode, machine.until());
        return new EpisodeRow(
                TrialMarks.value(mark),
                Words.word(episode.worst()),
                figures.moment(episode.from()),
                lasted(episode, machine.until()),
                String.join(", ", episode.subject().attributes().values()),
                ticked.contains(mark));
    }

    String lasted(Episode episode, Instant until) {
        String length = figures.duration(episode.length(until));
        return episode.to().isPresent() ? length : length + ", " + messages.stillOpen();
    }

    /** What stands behind a piece of a strip. */
    String title(List<Episode> episodes, Instant until) {
        Episode first = episodes.getFirst();
        String begin = figures.moment(first.from());
        return episodes.size() == 1
                ? begin + " · " + lasted(first, until)
                : begin + " · " + messages.alerts(figures.count(episodes.size()));
    }

    /** Marks that no alert on the page stands for. */
    List<MarkRow> others(List<Mark> marks, List<Found> found) {
        Set<String> shown = Set.copyOf(found.stream()
                .flatMap(one -> one.machines().stream())
                .flatMap(machine -> machine.episodes().stream())
                .map(EpisodeRow::value)
                .distinct()
                .toList());
        return marks.stream()
                .filter(mark -> !shown.contains(TrialMarks.value(mark)))
                .map(mark -> new MarkRow(
                        TrialMarks.value(mark),
                        messages.marked(
                                mark.server().name(),
                                figures.moment(mark.from()),
                                figures.duration(Duration.between(mark.from(), mark.to())))))
                .toList();
    }
}
