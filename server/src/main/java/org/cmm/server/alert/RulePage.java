package org.cmm.server.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The page of rules, as its template knows it.
 *
 * @param cards rules to change here
 * @param rows other rules, each with a page of its own
 * @param periods on which rules can be tried
 * @param saved key of the rule that was just saved; empty when none was
 */
record RulePage(View view, List<Card> cards, List<Row> rows, List<Choice> periods, String saved, Access access) {

    /**
     * Which rules it is about.
     *
     * @param one name of the one rule; empty for all
     * @param find what the names of rows contain; empty for all
     * @param own how many rules people have added
     */
    record View(String one, String find, int own) {

        /** So many that one wants to look for one. */
        private static final int MANY = 12;

        public boolean many() {
            return own > MANY;
        }
    }

    /**
     * A rule that has a page of its own.
     *
     * @param address of that page
     * @param whom for which machines
     */
    record Row(String address, String name, String about, String whom, String levels, boolean enabled, String changed) {

        /** What it can be found by; its address holds the code of its machine. */
        String text() {
            return String.join(" ", address, name, about, whom);
        }
    }

    /** What the visitor may do here. */
    enum Access {
        READ,
        CHANGE
    }

    public boolean locked() {
        return access == Access.READ;
    }

    /**
     * One rule.
     *
     * @param key tells rules of all scopes apart
     * @param scope as addresses name it
     * @param name in words
     * @param about what it looks at
     * @param whom for which machines; empty for all
     * @param unit what stands behind its levels
     * @param changed by whom and when
     * @param faults what is wrong with what was typed, by field
     */
    record Card(
            String key,
            String scope,
            RuleForm form,
            String name,
            String about,
            String whom,
            String unit,
            String changed,
            Undo undo,
            Map<String, String> faults) {

        /** What is wrong with a field; empty when nothing is. */
        public String fault(String field) {
            return faults.getOrDefault(field, "");
        }

        /** The scope as part of an address. */
        public String at() {
            return URLEncoder.encode(scope, StandardCharsets.UTF_8);
        }

        /** Where a change of the rule is tried. */
        public String tryAt() {
            return "/rules/trials?scope=" + at() + "&id=" + form.id();
        }

        public boolean deletable() {
            return undo == Undo.DELETE;
        }

        public boolean restorable() {
            return undo == Undo.RESTORE;
        }
    }

    /** How a rule can be undone. */
    enum Undo {
        NOTHING,
        RESTORE,
        DELETE
    }

    /**
     * The page for a new rule.
     *
     * @param card its fields; empty before it is known what it looks at
     * @param what what it looks at, as the address says
     * @param whom for which machines
     * @param periods on which it can be tried
     */
    record NewPage(
            List<Card> card, List<Choice> whats, List<Choice> metrics, Whom whom, What what, List<Choice> periods) {

        /** Where it is tried. */
        public String tryAt() {
            return "/rules/trials?" + what.question();
        }
    }

    /** @param chosen whether it is the one */
    record Choice(String value, String label, boolean chosen) {}

    /** @param code of one machine; empty when it is for more */
    record Whom(List<Choice> choices, String code) {}

    /** @param known whether there is a rule of this id already */
    record What(String id, String what, String metric, boolean known) {

        public String question() {
            return "what=" + URLEncoder.encode(what, StandardCharsets.UTF_8) + "&metric="
                    + URLEncoder.encode(metric, StandardCharsets.UTF_8);
        }
    }
}
