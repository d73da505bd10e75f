package org.cmm.server.overview;

import java.util.List;

/**
 * A site as a row of cells, one a machine; or, in a large fleet, as a bar of shares and the cells of those in trouble.
 *
 * @param filter value of the filter by site; empty for machines without one
 * @param summary for people who cannot see the cells
 */
record SiteStrip(String name, String filter, String count, String summary, List<Cell> cells, List<Share> shares) {

    /** One machine. */
    record Cell(String code, String shape, String title) {}

    /** A stretch of the bar, in thousandths. */
    record Share(String shape, int from, int width) {}
}
