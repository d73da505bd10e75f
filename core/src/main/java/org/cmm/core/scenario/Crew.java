package org.cmm.core.scenario;

import java.util.OptionalInt;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;

/**
 * Who mends machines. Failures come before planned work, the older before the younger.
 *
 * @param technicians how many; empty for as many as are needed
 * @param travel hours on the way to a site
 * @param hours when they work; work that is not done goes on when they are back
 */
public record Crew(OptionalInt technicians, WorkingHours hours, Law travel, double xafPerHour, double xafPerVisit) {

    /** As many as are needed, at once, at any time, for nothing: what closed forms assume. */
    public static final Crew IDEAL = new Crew(OptionalInt.empty(), WorkingHours.ALWAYS, new Fixed(0), 0, 0);

    public Crew {
        Check.that(
                technicians.isEmpty() || technicians.getAsInt() >= 1,
                "crew",
                "must have a technician, had %d".formatted(technicians.orElse(0)));
        Check.amount("crew", "cost of an hour", xafPerHour);
        Check.amount("crew", "cost of a visit", xafPerVisit);
        Check.that(travel.mean() < Double.POSITIVE_INFINITY, "crew", "travel must end");
    }
}
