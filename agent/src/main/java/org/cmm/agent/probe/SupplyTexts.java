package org.cmm.agent.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Reads the {@code uevent} files of Linux's {@code /sys/class/power_supply}, as the kernel's document
 * power_supply_class.rst describes them.
 */
final class SupplyTexts {
    private static final String PREFIX = "POWER_SUPPLY_";
    private static final double PERCENT = 100;

    private final List<Map<String, String>> supplies;

    private SupplyTexts(List<String> uevents) {
        supplies = uevents.stream().map(SupplyTexts::fields).toList();
    }

    /** What the machine runs on, from the texts of all its supplies; empty on a machine without battery. */
    static Optional<PowerSupply> read(List<String> uevents) {
        var texts = new SupplyTexts(uevents);
        return texts.batteries().isEmpty()
                ? Optional.empty()
                : Optional.of(new PowerSupply(texts.mains(), texts.charge()));
    }

    /** Those of mice and keyboards do not feed the machine. */
    private List<Map<String, String>> batteries() {
        return supplies.stream()
                .filter(one -> List.of("Battery", "UPS").contains(one.getOrDefault("TYPE", "")))
                .filter(one -> !one.getOrDefault("SCOPE", "").equals("Device"))
                .filter(one -> !one.getOrDefault("PRESENT", "1").equals("0"))
                .toList();
    }

    private Optional<Boolean> mains() {
        List<String> online = supplies.stream()
                .filter(one -> List.of("Mains", "USB").contains(one.getOrDefault("TYPE", "")))
                .map(one -> one.getOrDefault("ONLINE", ""))
                .filter(text -> !text.isEmpty())
                .toList();
        return online.isEmpty() ? byStatus() : Optional.of(online.stream().anyMatch(text -> !text.equals("0")));
    }

    private Optional<Boolean> byStatus() {
        List<String> states = batteries().stream()
                .map(one -> one.getOrDefault("STATUS", "Unknown"))
                .toList();
        return states.contains("Unknown") ? Optional.empty() : Optional.of(!states.contains("Discharging"));
    }

    private Optional<Double> charge() {
        OptionalDouble mean = batteries().stream()
                .flatMap(one -> percent(one).stream())
                .mapToDouble(each -> each)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble() / PERCENT) : Optional.empty();
    }

    private static Optional<Double> percent(Map<String, String> battery) {
        return Optional.ofNullable(battery.get("CAPACITY"))
                .map(Double::parseDouble)
                .filter(percent -> percent >= 0 && percent <= PERCENT);
    }

    private static Map<String, String> fields(String uevent) {
        return uevent.lines()
                .filter(line -> line.startsWith(PREFIX) && line.contains("="))
                .map(line -> line.substring(PREFIX.length()).split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (first, second) -> first));
    }
}
