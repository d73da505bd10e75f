package org.cmm.server.calibration;

import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.simulation.ExperimentFile;
import org.cmm.server.simulation.Starts;

/** Makes experiments with the laws that a query asks for. */
@Singleton
class ExperimentMaker {

    private final Calibrations calibrations;
    private final Starts starts;

    ExperimentMaker(Calibrations calibrations, Starts starts) {
        this.calibrations = calibrations;
        this.starts = starts;
    }

    /**
     * @param base a preset, or the number of an experiment
     * @throws org.cmm.server.platform.ProblemException when there is no such thing, or the query asks wrongly
     */
    ExperimentFile of(String base, CalibrationQuery query) {
        ExperimentFile file = starts.find(base.strip()).orElseThrow(() -> Problem.invalid(List.of(new FieldFault(
                        "base",
                        "'base' must be a preset such as town-hall or the number of an experiment, was '%.40s'"
                                .formatted(base))))
                .exception());
        return CalibratedExperiment.of(file, calibrations.of(query), calibrations.zone());
    }
}
