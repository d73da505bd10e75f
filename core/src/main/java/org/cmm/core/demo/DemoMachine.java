package org.cmm.core.demo;

import java.util.List;
import java.util.Locale;

/**
 * One machine of the demo.
 *
 * @param number from 0; together with the seed it decides everything that the machine ever measures
 * @param code unique short name
 */
public record DemoMachine(
        int number,
        String site,
        String code,
        String name,
        String owner,
        List<String> tags,
        String notes,
        Model model,
        Story story) {

    public DemoMachine {
        tags = List.copyOf(tags);
    }

    public String address() {
        return "10.%d.%d.%d".formatted(4 + number / 62_500, number / 250 % 250, 10 + number % 240);
    }

    /** What the machine calls itself. */
    public String hostName() {
        return code.toUpperCase(Locale.ROOT);
    }
}
