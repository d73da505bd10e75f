package org.cmm.core.reliability;

import org.cmm.core.reliability.Optimum.At;
import org.cmm.core.reliability.Optimum.NeverPays;
import org.cmm.core.reliability.Optimum.Reason;

/**
 * Failures are repaired to as old as before, and the whole is renewed in a fixed period (R. E. Barlow, L. C. Hunter,
 * <i>Optimum preventive maintenance policies</i>, Operations Research 8, 1960). By time {@code t} after a renewal
 * (t/scale)^shape failures are expected.
 *
 * @param renewal the cost of a renewal
 * @param repair the cost of a repair
 */
public record MinimalRepair(double shape, double scale, double renewal, double repair) {

    public MinimalRepair {
        Inputs.positive("minimal repair", "shape", shape);
        Inputs.positive("minimal repair", "scale", scale);
        Inputs.positive("minimal repair", "cost of a renewal", renewal);
        Inputs.positive("minimal repair", "cost of a repair", repair);
    }

    /** The failures expected in a period that begins with a renewal. */
    public double failures(double period) {
        return Math.pow(period / scale, shape);
    }

    /** The cost for each unit of time. */
    public double costRate(double period) {
        return (renewal + repair * failures(period)) / period;
    }

    /** Without renewals the cost would grow for ever, so all of it is saved; unless failures do not come with age. */
    public Optimum best() {
        if (shape <= 1) {
            return new NeverPays(Reason.HAZARD_DOES_NOT_GROW);
        }
        double period = scale * Math.pow(renewal / ((shape - 1) * repair), 1 / shape);
        return new At(period, costRate(period), 1);
    }
}
