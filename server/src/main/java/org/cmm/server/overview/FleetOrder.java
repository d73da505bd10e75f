package org.cmm.server.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.cmm.server.fleet.Site;

/** What the rows of the fleet are sorted by. */
enum FleetOrder {
    WORST(Comparator.comparing(Machine::condition).thenComparing(FleetOrder::name)),
    NAME(Comparator.comparing(FleetOrder::name)),
    SITE(Comparator.comparing(FleetOrder::site).thenComparing(FleetOrder::name)),
    CPU(mostFirst(machine -> machine.readings().cpu())),
    MEMORY(mostFirst(machine -> machine.readings().memory())),
    DISK(mostFirst(machine -> machine.readings().disk())),
    UPTIME(mostFirst(machine -> machine.readings().uptime()));

    private final Comparator<Machine> order;

    FleetOrder(Comparator<Machine> order) {
        this.order = order.thenComparingInt(machine -> machine.server().id());
    }

    Comparator<Machine> order() {
        return order;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether rows change places whenever a sample arrives. */
    boolean restless() {
        return ordinal() >= CPU.ordinal();
    }

    static FleetOrder of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElse(WORST);
    }

    private static String name(Machine machine) {
        return machine.server().name().toLowerCase(Locale.ROOT);
    }

    private static String site(Machine machine) {
        Site site = machine.site();
        return site == null ? "\uffff" : site.name().toLowerCase(Locale.ROOT);
    }

    /** Absent readings, and those from before a silence, come last. */
    private static Comparator<Machine> mostFirst(ToDoubleFunction<Machine> reading) {
        return Comparator.comparingDouble((Machine machine) -> {
                    double value = reading.applyAsDouble(machine);
                    return Double.isNaN(value) || FleetRows.mute(machine.condition()) ? Double.MAX_VALUE : -value;
                })
                .thenComparing(FleetOrder::name);
    }
}
