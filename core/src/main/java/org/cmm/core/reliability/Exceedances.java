package org.cmm.core.reliability;

/**
 * An alert needs so many readings in a row above a level, and each is above it by the same chance, whatever the one
 * before was (W. Feller, <i>An introduction to probability theory and its applications</i>, volume 1, XIII.7).
 *
 * @param chance that one reading is above the level
 * @param inRow how many in a row it takes
 */
public record Exceedances(double chance, int inRow) {

    public Exceedances {
        Inputs.share("exceedances", "chance", chance);
        Inputs.atLeastOne("exceedances", "readings in a row", inRow);
    }

    /** The mean number of readings to the alert, itself included; infinite if none is ever above. */
    public double meanReadings() {
        if (chance == 1) {
            return inRow;
        }
        double run = Math.pow(chance, inRow);
        return (1 - run) / (run * (1 - chance));
    }
}
