package org.cmm.server.history;

import java.util.List;

/**
 * The page about history on disk, as its template knows it.
 *
 * @param changed whether something else than the present setting is asked for
 * @param changes what that does; empty while something is wrong with it
 * @param deletes whether anything goes for good
 * @param then what history will take
 */
record DiskView(
        List<Fact> facts,
        List<Row> rows,
        boolean changed,
        String fault,
        List<Effect> changes,
        boolean deletes,
        String then) {

    record Fact(String label, String value) {}

    /**
     * A tier.
     *
     * @param field name of its field
     * @param days what stands in it
     * @param share width of its bar, of 100
     * @param values how many it holds; empty while there is none
     * @param each what a value takes; empty while there is none
     * @param eachClosed what one takes that is closed
     */
    record Row(
            String name,
            String field,
            String takes,
            String percent,
            String share,
            String values,
            String each,
            String eachClosed,
            String since,
            String partitions,
            String growth,
            String days) {}

    record Effect(String what, String deleted, String end) {}
}
