package org.cmm.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.demo.DemoFleet;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The demo fleet that somebody wants; what is left out is as the page offers it.
 *
 * @param machines 1 to 20,000
 * @param hours of history, 1 to 9,576
 * @param seed the same one gives the same machines, which measure the same
 */
@Schema(examples = """
                {"machines": 30, "hours": 720, "seed": 1}""")
record DemoWish(
        @Nullable Integer machines,
        @Nullable Integer hours,
        @Nullable Long seed) {

    static final DemoWish USUAL = new DemoWish(null, null, null);

    static final int USUAL_DAYS = 30;
    private static final int MOST_MACHINES = 20_000;
    /** Samples that are older are refused. */
    private static final int MOST_HOURS = 399 * 24;

    int machinesOrUsual() {
        return machines == null ? DemoFleet.USUAL : machines;
    }

    int hoursOrUsual() {
        return hours == null ? USUAL_DAYS * 24 : hours;
    }

    long seedOrUsual() {
        return seed == null ? 1 : seed;
    }

    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        if (machinesOrUsual() < 1 || machinesOrUsual() > MOST_MACHINES) {
            faults.add(new FieldFault(
                    "machines", "'machines' must be 1 to %d, was %d".formatted(MOST_MACHINES, machinesOrUsual())));
        }
        if (hoursOrUsual() < 1 || hoursOrUsual() > MOST_HOURS) {
            faults.add(
                    new FieldFault("hours", "'hours' must be 1 to %d, was %d".formatted(MOST_HOURS, hoursOrUsual())));
        }
        return faults;
    }
}
