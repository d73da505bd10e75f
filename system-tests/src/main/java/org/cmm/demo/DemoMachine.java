package org.cmm.demo;

import java.util.List;

/**
 * One machine of the demo.
 *
 * @param number from 0; together with the seed it decides everything that the machine ever measures
 * @param code unique short name
 */
record DemoMachine(
        int number,
        String site,
        String code,
        String name,
        String owner,
        List<String> tags,
        String notes,
        Model model,
        Story story) {

    DemoMachine {
        tags = List.copyOf(tags);
    }

    String address() {
        return "10.%d.%d.%d".formatted(4 + number / 62_500, number / 250 % 250, 10 + number % 240);
    }

    /** What the machine calls itself. */
    String hostName() {
        return code.toUpperCase(java.util.Locale.ROOT);
    }
}
