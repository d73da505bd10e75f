package org.cmm.core.notify;

import java.time.LocalDate;

/**
 * Easter Sunday of the western churches, by the Gregorian computus in the form of J.-M. Oudin (1940), which holds for
 * every year of the Gregorian calendar.
 */
final class Easter {

    private Easter() {}

    static LocalDate of(int year) {
        int century = year / 100;
        int golden = year % 19;
        int correction = (century - 17) / 25;
        int epact = Math.floorMod(century - century / 4 - (century - correction) / 3 + 19 * golden + 15, 30);
        int moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = Math.floorMod(year + year / 4 + moon + 2 - century + century / 4, 7);
        int offset = moon - weekday;
        int month = 3 + (offset + 40) / 44;
        return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
    }
}
