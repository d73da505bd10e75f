package org.cmm.server.alert;

import java.util.List;

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
     * @param fault what is wrong with what was typed; empty when nothing is
     */
    record Card(RuleForm form, String name, String changed, String fault) {}
}
