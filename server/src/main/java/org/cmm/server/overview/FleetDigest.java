package org.cmm.server.overview;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fleet page shows, as short hashes: a page carries it along, so that a stream knows what it need not send
 * again, whichever process rendered the page.
 *
 * @param order which rows stand where
 */
record FleetDigest(String order, String head, String strips, String chips, List<String> rows) {

    private static final int PARTS = 4;

    FleetDigest {
        rows = List.copyOf(rows);
    }

    static FleetDigest of(FleetView view) {
        List<String> codes = view.rows().stream().map(FleetRow::code).toList();
        return new FleetDigest(
                hash(List.of(codes, view.pager())),
                hash(List.of(view.sentence(), view.aside())),
                hash(view.strips()),
                hash(view.chips()),
                view.rows().stream().map(FleetDigest::hash).toList());
    }

    /** Reads what {@link #toString} wrote; anything else is a page that shows nothing yet. */
    static FleetDigest parse(String text) {
        List<String> hashes = new ArrayList<>(List.of(text.split("\\.", -1)));
        while (hashes.size() < PARTS) {
            hashes.add("");
        }
        return new FleetDigest(
                hashes.get(0), hashes.get(1), hashes.get(2), hashes.get(3), hashes.subList(PARTS, hashes.size()));
    }

    boolean sameRowsAs(FleetDigest other) {
        return order.equals(other.order) && rows.size() == other.rows.size();
    }

    @Override
    public String toString() {
        List<String> hashes = new ArrayList<>(List.of(order, head, strips, chips));
        hashes.addAll(rows);
        return String.join(".", hashes);
    }

    private static String hash(Object shown) {
        return Integer.toHexString(shown.hashCode());
    }
}
