package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Substreams;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;

/**
 * What chance holds ready in one replication, before any policy: cuts of each site, and one random stream for each
 * machine and each of its parts, taken in a fixed order. Policies meet the same world (common random numbers; A. M.
 * Law, <i>Simulation modeling and analysis</i>, chapter 11). Not thread-safe.
 */
final class World {

    /**
     * Where a machine stands.
     *
     * @param chance the machine's; this one and all others are to be copied before use
     * @param load its load's
     * @param parts one for each of its parts
     */
    record Place(Site site, MachineKind kind, RandomStream chance, RandomStream load, List<RandomStream> parts) {}

    private final Scenario scenario;
    private final List<Double> stresses;
    private final List<Site> sites = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    World(Scenario scenario, RandomStreams streams, int replication) {
        this.scenario = scenario;
        stresses = stresses(scenario);
        Substreams substreams = streams.replication(replication);
        double end = Hours.of(scenario.warmUp().plus(scenario.length()));
        for (SiteKind kind : scenario.sites()) {
            for (int count = 0; count < kind.count(); count++) {
                Site site = drawn(kind, count, substreams, end);
                sites.add(site);
                kind.machines().forEach(stand -> put(site, stand, substreams));
            }
        }
    }

    private static List<Double> stresses(Scenario scenario) {
        TreeSet<Double> all = new TreeSet<>();
        scenario.machines().forEach(machine -> machine.parts().forEach(part -> all.add(part.stress())));
        all.remove(1.0);
        List<Double> stresses = new ArrayList<>(List.of(1.0));
        stresses.addAll(all);
        return stresses;
    }

    private Site drawn(SiteKind kind, int count, Substreams substreams, double end) {
        Stretches power = Stretches.drawn(kind.power(), substreams.take(), end);
        Stretches link = Stretches.drawn(kind.link(), substreams.take(), end);
        List<Pace> paces = stresses.stream()
                .map(stress -> Pace.of(power, Hours.of(kind.power().aftermath()), stress))
                .toList();
        return new Site(sites.size(), kind.nameOf(count), power, link, paces, (int) kind.machineCount() / kind.count());
    }

    private void put(Site site, SiteKind.Stand stand, Substreams substreams) {
        MachineKind kind = scenario.machine(stand.kind());
        for (int count = 0; count < stand.count(); count++) {
            RandomStream chance = substreams.take();
            RandomStream load = substreams.take();
            List<RandomStream> parts = new ArrayList<>(kind.parts().size());
            for (int part = 0; part < kind.parts().size(); part++) {
                parts.add(substreams.take());
            }
            places.add(new Place(site, kind, chance, load, parts));
        }
    }

    Scenario scenario() {
        return scenario;
    }

    List<Site> sites() {
        return sites;
    }

    List<Place> places() {
        return places;
    }

    /** Which of a site's paces a part ages at. */
    int pace(Part part) {
        return stresses.indexOf(part.stress());
    }
}
