package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.cmm.server.alert.AlertFilter.State;
import org.cmm.server.alert.AlertFilter.Stretch;

/** Gathers what the page of alerts shows. */
@Singleton
class AlertList {

    private static final int MOST_OPEN = 500;
    private static final int A_PAGE = 50;
    private static final Comparator<AlertRecord> WORST_FIRST = Comparator.comparing(
                    (AlertRecord alert) -> Words.storedSeverity(alert.severity()))
            .thenComparing(AlertRecord::raisedAt)
            .thenComparingLong(AlertRecord::id)
            .reversed();

    private final AlertHistory history;
    private final AlertRows rows;

    AlertList(AlertHistory history, AlertRows rows) {
        this.history = history;
        this.rows = rows;
    }

    /**
     * What is shown.
     *
     * @param older cursor of the alerts that follow; empty at the end
     */
    record Shown(List<AlertRow> open, List<AlertRow> cleared, String older) {}

    /** @param before newer alerts were shown already; then open ones are left out */
    Shown show(AlertFilter filter, long before, AlertWords words) {
        boolean first = before == Long.MAX_VALUE;
        List<AlertRecord> open = filter.state() == State.CLEARED || !first
                ? List.of()
                : history.list(filter.with(State.OPEN), new Stretch(before, MOST_OPEN));
        List<AlertRecord> cleared = filter.state() == State.OPEN
                ? List.of()
                : history.list(filter.with(State.CLEARED), new Stretch(before, A_PAGE + 1));
        List<AlertRecord> page = cleared.subList(0, Math.min(A_PAGE, cleared.size()));
        return new Shown(
                rows.of(open.stream().sorted(WORST_FIRST).toList(), words),
                rows.of(page, words),
                cleared.size() > A_PAGE ? Long.toString(page.getLast().id()) : "");
    }
}
