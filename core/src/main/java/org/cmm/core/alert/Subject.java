package org.cmm.core.alert;

import org.cmm.core.metric.Series;

/** What can have at most one alert at a time: one rule, on one series of a server. */
record Subject(String rule, Series series) {

    static Subject of(Alert alert) {
        return new Subject(alert.rule(), alert.subject());
    }

    /** Whether this rule would still look at this series. */
    boolean isOf(Rule changed) {
        return changed.id().equals(rule) && changed.metric().equals(series.metric());
    }
}
