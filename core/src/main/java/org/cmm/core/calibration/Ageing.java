package org.cmm.core.calibration;

import java.util.Optional;
import org.cmm.core.statistics.Family;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.Interval;

/** Whether failures come with age, by the interval of the Weibull law's shape. Only then can renewal by age pay. */
public enum Ageing {
    /** The shape is above 1: the older, the more likely they fail. */
    WITH_AGE,
    /** It is below 1: the older, the less likely, as after teething troubles, or where machines differ. */
    WITH_YOUTH,
    /** It may be 1: nothing tells age from chance. */
    AT_ANY_AGE;

    /** Nothing where no such law fits. */
    public static Optional<Ageing> of(Fitting fitting) {
        return shape(fitting).map(shape -> {
            if (shape.lower() > 1) {
                return WITH_AGE;
            }
            return shape.upper() < 1 ? WITH_YOUTH : AT_ANY_AGE;
        });
    }

    public static Optional<Interval> shape(Fitting fitting) {
        return fitting instanceof Fitting.Fitted fitted
                ? fitted.fits().stream()
                        .filter(fit -> fit.family() == Family.WEIBULL)
                        .map(fit -> fit.parameters().getFirst())
                        .findFirst()
                : Optional.empty();
    }
}
