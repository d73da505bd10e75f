package org.cmm.server.history;

import java.math.BigDecimal;

/**
 * Numbers for files: as short as they can be read back exactly, and never {@code 1.7E10}, which some programs misread.
 */
final class PlainNumber {

    private PlainNumber() {}

    /** @param value finite */
    static BigDecimal of(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
