package org.cmm.core.simulation;

import java.util.HashMap;
import java.util.Map;

/**
 * Spare parts: what is on the shelf, and what is on its way. Each one that is needed is ordered at once, so that shelf
 * and orders together, less what waits, are always the same number (base stock). Work that was planned long before
 * brings its parts along. Not thread-safe.
 */
final class Shelves {

    private final Map<String, Integer> onHand = new HashMap<>();
    private final Agenda agenda;
    private final Books books;

    Shelves(Agenda agenda, Books books) {
        this.agenda = agenda;
        this.books = books;
    }

    /**
     * Somebody will need one.
     *
     * @param delivered what to do when another one has come
     */
    void order(PartLife part, double at, Event delivered) {
        part.kind().stock().ifPresent(stock -> {
            String name = part.kind().name();
            onHand.putIfAbsent(name, stock.spares());
            double hours = stock.delivery().sample(part.machine().chance());
            agenda.plan(at + hours, when -> arrive(name, when, delivered));
        });
    }

    private void arrive(String name, double at, Event delivered) {
        onHand.merge(name, 1, Integer::sum);
        delivered.happen(at);
    }

    /** Takes a spare if the part needs one and it is there; false when it is not. */
    boolean take(PartLife part) {
        if (part.kind().stock().isEmpty()) {
            return true;
        }
        int left = onHand.getOrDefault(part.kind().name(), 0);
        if (left == 0) {
            return false;
        }
        onHand.put(part.kind().name(), left - 1);
        books.tookSpare();
        return true;
    }
}
