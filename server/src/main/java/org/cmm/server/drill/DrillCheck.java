package org.cmm.server.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a wish, in the language of its words. The agent decides again, whatever is decided here. */
final class DrillCheck {

    static final int LONGEST_PURPOSE = 200;
    static final int LEAST_SECONDS = 10;

    private final DrillMessages words;
    private final TestBench bench;
    private final List<FieldFault> faults = new ArrayList<>();

    DrillCheck(DrillMessages words, TestBench bench) {
        this.words = words;
        this.bench = bench;
    }

    /**
     * A wish that can be ordered.
     *
     * @param percent 0 for downtime
     * @param volume empty but for a disk drill
     */
    record Checked(TestBench.Place place, DrillFault fault, int seconds, int percent, String volume, String purpose) {}

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Nothing when there are faults. */
    Optional<Checked> check(DrillWish wish) {
        Optional<TestBench.Place> place = bench.place(wish.server());
        if (place.isEmpty()) {
            faults.add(new FieldFault("server", words.faultServer()));
        }
        Optional<DrillFault> fault = DrillFault.of(wish.fault());
        if (fault.isEmpty()) {
            faults.add(new FieldFault("fault", words.faultFault()));
        }
        purpose(wish.purpose());
        if (place.isEmpty() || fault.isEmpty()) {
            return Optional.empty();
        }
        Optional<DrillConsent> consent = place.get().consent();
        if (consent.isEmpty() || !place.get().allows(wish.fault())) {
            faults.add(new FieldFault("fault", words.faultNotAllowed()));
            return Optional.empty();
        }
        int seconds =
                within("seconds", wish.seconds(), LEAST_SECONDS, consent.get().seconds());
        boolean downtime = fault.get() == DrillFault.DOWNTIME;
        int percent = downtime
                ? 0
                : within("percent", wish.percent(), 1, consent.get().percent());
        String volume = fault.get() == DrillFault.DISK ? consent.get().volume() : "";
        return faults.isEmpty()
                ? Optional.of(new Checked(place.get(), fault.get(), seconds, percent, volume, wish.purpose()))
                : Optional.empty();
    }

    private int within(String field, @Nullable Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            faults.add(new FieldFault(
                    field,
                    field.equals("seconds") ? words.faultSeconds(least, most) : words.faultPercent(least, most)));
            return least;
        }
        return number;
    }

    private void purpose(String purpose) {
        if (purpose.length() > LONGEST_PURPOSE || purpose.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault("purpose", words.faultPurpose(LONGEST_PURPOSE)));
        }
    }
}
