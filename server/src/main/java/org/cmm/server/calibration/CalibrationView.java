package org.cmm.server.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.server.calibration.Calibration.Laws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Laws from the records, as programs see them. */
@Schema(name = "Calibration")
record CalibrationView(
        @Schema(description = "Begin of what was read: the first that was measured in the time asked for")
        Instant from,

        Instant to,
        int machines,

        @Schema(description = "Whether the machines are the demo's")
        boolean madeUp,

        @Schema(description = "Outages whose cause nobody knows; they are in none of the laws")
        int unexplained,

        List<OfTrouble> troubles) {

    /** What one trouble's records say. */
    @Schema(name = "CalibrationOfTrouble")
    record OfTrouble(
            @Schema(description = "crash, power, link, planned, or rule- and a rule's id", examples = "crash")
            String kind,

            @Schema(description = "Whether sites are counted; else machines")
            boolean ofSites,

            @Schema(description = "How many machines or sites were watched")
            int units,

            @Schema(description = "Hours in operation from one to the next")
            LawView between,

            @Schema(description = "Hours that it lasts") LawView length) {}

    static CalibrationView of(Calibration calibration) {
        Duration asked = calibration.span().length();
        return new CalibrationView(
                calibration.span().from(),
                calibration.span().to(),
                calibration.machines(),
                calibration.madeUp(),
                calibration.unexplained(),
                calibration.laws().stream().map(laws -> of(laws, asked)).toList());
    }

    private static OfTrouble of(Laws laws, Duration asked) {
        return new OfTrouble(
                laws.trouble().word(),
                laws.trouble().isOfSites(),
                laws.units(),
                LawView.of(laws.between(), asked),
                LawView.of(laws.length(), asked));
    }
}
