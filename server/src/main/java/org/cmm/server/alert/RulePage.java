package org.cmm.server.alert;

import java.util.List;
import java.util.Map;

/**
 * The page of rules, as its template knows it.
 *
 * @param saved id of the rule that was just saved; empty when none was
 */
record RulePage(List<Card> cards, String saved, Access access) {

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
     * @param name in words
     * @param changed by whom and when
     * @param original whether it is as CMM comes
     * @param faults what is wrong with what was typed, by field
     */
    record Card(RuleForm form, String name, String changed, boolean original, Map<String, String> faults) {

        /** What is wrong with a field; empty when nothing is. */
        public String fault(String field) {
            return faults.getOrDefault(field, "");
        }
    }
}
