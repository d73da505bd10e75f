package org.cmm.server.alert;

import java.util.List;
import java.util.Map;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.alert.RulePage.Choice;
import org.cmm.server.alert.RulePage.What;
import org.cmm.server.alert.RulePage.Whom;

/**
 * A rule that is tried before it is saved, as its template knows it.
 *
 * @param found what there would have been; empty while it is not known
 * @param running how far the trial is; empty when it is over or did not start
 * @param marks trouble that is marked and not among the alerts shown
 * @param typed the time on a machine that was typed and has a fault; else its fields are empty
 */
record TrialPage(
        Form form, List<Choice> periods, List<Running> running, List<Found> found, List<MarkRow> marks, Typed typed) {

    /** Whether marks lead to a proposal; no level of readings catches what is foretold. */
    public boolean markable() {
        return running.isEmpty() && !form.card().form().look().kind().equals(KindRow.DISK_FULL);
    }

    /** Whether there is an alert to tick. */
    public boolean fired() {
        return found.stream().anyMatch(one -> !one.machines().isEmpty());
    }

    /**
     * The rule's fields.
     *
     * @param save where they are saved
     * @param again where they are tried
     * @param what what a new rule looks at; of one that exists nothing
     * @param whom whom a new rule is for; of one that exists nothing
     * @param taken whether a proposal has been put into them
     */
    record Form(Card card, String save, String again, List<What> what, List<Whom> whom, boolean taken) {

        public String title() {
            return card.name().isEmpty() ? card.about() : card.name();
        }
    }

    /** @param key of the trial, for its address */
    record Running(String key, String sentence, int looked, int asked) {}

    /**
     * What there would have been.
     *
     * @param note why it did not look at everything, or why there is nothing; empty when all is said
     * @param machines those with alerts, the most often first
     * @param more a sentence about those that are not shown; empty when all are
     * @param proposal the quietest rule that catches what is marked
     */
    record Found(
            String sentence,
            String note,
            List<Figure> figures,
            String from,
            String to,
            List<MachineRow> machines,
            String more,
            List<Offer> proposal) {}

    record Figure(String name, String value) {}

    /**
     * @param sentence what it would bring, or why there is none
     * @param take where it is put into the form; empty when there is nothing to take
     */
    record Offer(String levels, String sentence, String take) {}

    record MachineRow(
            String code,
            String name,
            String times,
            String length,
            String median,
            List<Bar> bars,
            List<EpisodeRow> episodes,
            String summary,
            String more) {

        /** Whether an alert is marked. */
        public boolean ticked() {
            return episodes.stream().anyMatch(EpisodeRow::marked);
        }
    }

    /** @param kind a severity: its look */
    record Bar(String kind, int from, int width, String title) {}

    /** @param value for the field that marks it */
    record EpisodeRow(String value, String kind, String from, String lasted, String part, boolean marked) {}

    record MarkRow(String value, String label) {}

    record Typed(String server, String from, String to, Map<String, String> faults) {

        static final Typed NOTHING = new Typed("", "", "", Map.of());

        /** What is wrong with the marks; empty when nothing is. */
        public String fault() {
            return faults.getOrDefault(TrialMarks.FIELD, "");
        }
    }
}
