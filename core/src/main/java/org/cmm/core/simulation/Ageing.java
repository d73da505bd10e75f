package org.cmm.core.simulation;

/** Something that happens to a machine after so many hours of operation. */
interface Ageing {

    /** Which of the site's paces its hours are counted on. */
    int pace();

    /** The machine's age on that pace at which it happens; infinite for never. */
    double due();

    /** Happens; what is due next must then be later, or never. */
    void ripen(double at);
}
