package org.cmm.agent.probe;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Devices that are dear to list and cheap to read again. They are listed anew when one of them cannot be read any more,
 * and every so many readings, because new ones may have come. Not thread-safe.
 */
final class Devices<D> {
    static final int READINGS_A_LISTING = 60;

    private final Supplier<List<D>> listing;
    private final Predicate<D> reading;
    private List<D> known = List.of();
    private int readingsLeft;

    /**
     * Devices that nobody has listed yet.
     *
     * @param listing lists them, with what they say now
     * @param reading has one say what it says now; false when it is gone
     */
    Devices(Supplier<List<D>> listing, Predicate<D> reading) {
        this.listing = listing;
        this.reading = reading;
    }

    /** All of them, with what they say now. */
    List<D> read() {
        if (readingsLeft-- > 0 && known.stream().allMatch(reading)) {
            return known;
        }
        readingsLeft = 0;
        known = List.copyOf(listing.get());
        readingsLeft = READINGS_A_LISTING - 1;
        return known;
    }
}
