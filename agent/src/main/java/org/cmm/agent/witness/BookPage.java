package org.cmm.agent.witness;

import java.util.List;

/**
 * What an {@link EventBook} holds.
 *
 * @param boot whose beginning was told
 * @param logPlace the last event of the system's log that was looked at
 */
record BookPage(String boot, long logPlace, List<Noted> waiting) {
    static final BookPage EMPTY = new BookPage("", 0, List.of());

    BookPage {
        waiting = List.copyOf(waiting);
    }

    BookPage with(List<Noted> events) {
        return new BookPage(boot, logPlace, events);
    }

    BookPage withBoot(String told) {
        return new BookPage(told, logPlace, waiting);
    }

    BookPage withLogPlace(long place) {
        return new BookPage(boot, place, waiting);
    }
}
