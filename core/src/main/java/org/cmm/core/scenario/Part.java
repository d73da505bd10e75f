package org.cmm.core.scenario;

import java.util.Optional;
import org.cmm.core.random.Law;

/**
 * Something that fails: hardware, or a way in which software does.
 *
 * @param group what its downtime is counted as
 * @param life hours in operation, since it was last as new, until it fails, or until its warning begins
 * @param renewal what a repair of a failure leaves behind
 * @param overlap whether a fault can begin while another is there
 * @param stress how many times as fast it ages in the aftermath of a power cut; 1 for no difference
 * @param warning what is there to see before it fails
 */
public record Part(
        String name,
        Group group,
        Law life,
        Renewal renewal,
        Overlap overlap,
        double stress,
        Optional<Warning> warning,
        Repair repair,
        Optional<Stock> stock) {

    /** What downtime is lost to; the order in which reports list it. */
    public enum Group {
        HARDWARE,
        STORAGE,
        SOFTWARE,
        MEMORY,
        HEAT,
        BATTERY,
        NETWORK,
        OTHER
    }

    /** What a repair leaves behind (Barlow and Proschan 1965). */
    public enum Renewal {
        /** A part of age zero. */
        AS_NEW,
        /** The part with the age that it had: minimal repair. */
        AS_OLD
    }

    public enum Overlap {
        /** The next life begins when the fault is mended. */
        ONE_AT_A_TIME,
        /** Faults begin whether or not others are there, each going its own way. */
        SEVERAL
    }

    public Part {
        Check.text("part", "name", name, 60);
        String thing = "part '%s'".formatted(name);
        Check.that(life.mean() > 0, thing, "life must be above 0 on average, was %s h".formatted(life.mean()));
        Check.that(stress >= 1 && stress <= 1000, thing, "stress must be 1 to 1000, was %s".formatted(stress));
        Check.that(
                renewal == Renewal.AS_NEW || warning.isEmpty(),
                thing,
                "a repair as old needs a part without a warning; remove one of them");
        Check.that(
                renewal == Renewal.AS_NEW || overlap == Overlap.ONE_AT_A_TIME,
                thing,
                "a repair as old needs one fault at a time; change one of them");
        Check.that(
                overlap == Overlap.ONE_AT_A_TIME || warning.isPresent(),
                thing,
                "several faults at once need a warning: without one each is a failure already");
    }
}
