package org.cmm.core.scenario;

import org.cmm.core.random.Law;

/**
 * Spare parts on the shelf, for all sites together; each one used is ordered again at once.
 *
 * @param spares on the shelf at the start, and at most
 * @param delivery hours until an ordered one arrives
 */
public record Stock(int spares, Law delivery) {

    public Stock {
        Check.that(spares >= 0 && spares <= 100_000, "stock", "spares must be 0 to 100000, was %d".formatted(spares));
        Check.that(delivery.mean() < Double.POSITIVE_INFINITY, "stock", "delivery must arrive");
    }
}
