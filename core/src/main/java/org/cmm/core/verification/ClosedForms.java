package org.cmm.core.verification;

import java.util.List;
import java.util.stream.Stream;

/** All that is verified, in the order of the table. */
public final class ClosedForms {

    /** Fixed before the first run; each form adds its place in the table. */
    public static final long SEED = 20_261_129;

    private ClosedForms() {}

    public static List<ClosedForm> all() {
        return Stream.of(AvailabilityForms.all(), ReplacementForms.all(), WorkForms.all(), RaceForms.all())
                .flatMap(forms -> forms)
                .toList();
    }
}
