package org.cmm.core.simulation;

import java.util.List;

/** A site in one replication: its cuts are the same under every policy. Immutable. */
final class Site {

    private final int number;
    private final String name;
    private final Stretches powerCuts;
    private final Stretches linkCuts;
    private final Pace[] paces;
    private final int machines;

    /**
     * @param paces the first for parts that a cut does not stress, then one for each stress
     * @param machines how many stand there
     */
    Site(int number, String name, Stretches powerCuts, Stretches linkCuts, List<Pace> paces, int machines) {
        this.number = number;
        this.name = name;
        this.powerCuts = powerCuts;
        this.linkCuts = linkCuts;
        this.paces = paces.toArray(Pace[]::new);
        this.machines = machines;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    int machines() {
        return machines;
    }

    Stretches powerCuts() {
        return powerCuts;
    }

    Stretches linkCuts() {
        return linkCuts;
    }

    int paces() {
        return paces.length;
    }

    double operated(int pace, double at) {
        return paces[pace].operated(at);
    }

    double when(int pace, double operated) {
        return paces[pace].when(operated);
    }

    /** Hours with mains in a stretch of time. */
    double powered(double from, double to) {
        return paces[0].operated(to) - paces[0].operated(from);
    }

    boolean hasPower(double at) {
        return powerCuts.freeFrom(at) == at;
    }

    /** From when CMM hears the site's machines, at that time or later. */
    double heardFrom(double at) {
        double heard = at;
        double free = freeOfCuts(heard);
        while (free > heard) {
            heard = free;
            free = freeOfCuts(heard);
        }
        return heard;
    }

    private double freeOfCuts(double at) {
        return linkCuts.freeFrom(powerCuts.freeFrom(at));
    }
}
