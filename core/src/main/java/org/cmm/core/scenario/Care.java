package org.cmm.core.scenario;

import java.time.Duration;
import java.time.MonthDay;
import java.util.List;
import org.cmm.core.random.Law;

/** What is done for a part before it fails. */
public sealed interface Care {

    /** Nothing: it runs to failure. */
    record RunToFailure() implements Care {}

    /** It is renewed at this age, in hours of operation (age replacement, Barlow and Proschan 1965). */
    record ByAge(Duration age) implements Care {
        public ByAge {
            Check.positive("care", "age", age);
        }
    }

    /** Work on every machine of a site at set times, whatever the part's age. */
    record Periodic(When when, Work work) implements Care {}

    /** Monitoring decides: it is mended when an alert says so. */
    record OnCondition() implements Care {}

    /** Set times. */
    sealed interface When {
        /** So long after the start, and again after that (block replacement). */
        record Every(Duration time) implements When {
            public Every {
                Check.that(
                        time.compareTo(Duration.ofMinutes(1)) >= 0,
                        "care",
                        "every must be at least 1 min, was %s".formatted(time));
            }
        }

        /** Each year on these days, such as in the school holidays. */
        record OnDates(List<MonthDay> days) implements When {
            public OnDates {
                days = List.copyOf(days);
                Check.that(!days.isEmpty(), "care", "must have a day");
            }
        }
    }

    /** What is done at a set time. */
    sealed interface Work {
        /** The part is renewed. */
        record Renew() implements Work {}

        /**
         * Somebody looks, and mends what has begun to fail.
         *
         * @param takes hours for each machine, which stays up meanwhile
         * @param finds share of visible faults that are found
         */
        record Inspect(Law takes, double finds) implements Work {
            public Inspect {
                Check.share("inspection", "finds", finds);
            }
        }
    }
}
