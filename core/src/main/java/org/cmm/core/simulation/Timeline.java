package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each machine of a run went through in a stretch of time, to be looked at. Hours since the start, warm-up
 * counted.
 *
 * @param machines by number; those to which nothing happened are left out
 * @param cuts of whole sites
 */
public record Timeline(double from, double to, Map<Integer, Lane> machines, List<Cut> cuts) {

    /** What a machine can be other than well. */
    public enum State {
        /** A fault can be seen; it works still. */
        DEGRADED,
        /** It failed, and nobody knows. */
        UNNOTICED,
        /** It failed, and somebody is on the way. */
        WAITING,
        IN_REPAIR,
        /** Taken down for planned work. */
        PLANNED
    }

    /** A stretch in one state. */
    public record Band(double from, double to, State state) {}

    /**
     * One machine's.
     *
     * @param alerts when monitoring told of something
     * @param falseAlerts when it told of nothing
     */
    public record Lane(String site, List<Band> bands, List<Double> alerts, List<Double> falseAlerts) {}

    /** When a site had no mains, or no link. */
    public record Cut(String site, double from, double to, boolean ofPower) {}

    /** Of a run that was followed, in its order. */
    public static Timeline of(List<Happening> happenings, double from, double to) {
        Map<Integer, Track> tracks = new TreeMap<>();
        Cuts cuts = new Cuts(from, to);
        for (Happening happening : happenings) {
            OptionalInt machine = happening.machine();
            if (machine.isEmpty()) {
                cuts.take(happening);
            } else if (happening.at() < to) {
                tracks.computeIfAbsent(machine.getAsInt(), number -> new Track(happening.site(), from, to))
                        .take(happening);
            }
        }
        Map<Integer, Lane> lanes = new TreeMap<>();
        tracks.forEach((number, track) -> lanes.put(number, track.lane()));
        return new Timeline(from, to, lanes, cuts.all());
    }

    /** One machine while its run is read. */
    private static final class Track {

        private final String site;
        private final double from;
        private final double to;
        private final List<Band> bands = new ArrayList<>();
        private final List<Double> alerts = new ArrayList<>();
        private final List<Double> falseAlerts = new ArrayList<>();

        /** Parts with faults that can be seen, each as often as it has some. */
        private final List<String> faulty = new ArrayList<>();

        private String failed = "";
        private String worked = "";
        private boolean known;
        private double since;

        Track(String site, double from, double to) {
            this.site = site;
            this.from = from;
            this.to = to;
        }

        void take(Happening happening) {
            double at = happening.at();
            close(at);
            switch (happening.what()) {
                case FAULT_BEGAN -> faulty.add(happening.part());
                case FAILED -> failed = happening.part();
                case NOTICED -> known = true;
                case WORK_BEGAN -> worked = happening.part();
                case MENDED -> mended(happening.part());
                case RENEWED -> renewed(happening.part());
                case ALERT -> mark(alerts, at);
                case FALSE_ALERT -> mark(falseAlerts, at);
                case POWER_OFF, POWER_ON, LINK_LOST, LINK_BACK, INSPECTED, LOOKED_INTO -> {}
            }
        }

        private void mended(String part) {
            faulty.remove(part);
            if (failed.equals(part)) {
                failed = "";
                known = false;
            }
            left(part);
        }

        private void renewed(String part) {
            faulty.removeIf(part::equals);
            left(part);
        }

        private void left(String part) {
            if (worked.equals(part)) {
                worked = "";
            }
        }

        private void mark(List<Double> marks, double at) {
            if (at >= from) {
                marks.add(at);
            }
        }

        private void close(double at) {
            State state = state();
            double begin = Math.max(since, from);
            if (state != null && at > begin) {
                bands.add(new Band(begin, Math.min(at, to), state));
            }
            since = at;
        }

        private @Nullable State state() {
            if (!failed.isEmpty()) {
                return worked.equals(failed) ? State.IN_REPAIR : known ? State.WAITING : State.UNNOTICED;
            }
            return !worked.isEmpty() ? State.PLANNED : faulty.isEmpty() ? null : State.DEGRADED;
        }

        Lane lane() {
            close(to);
            return new Lane(site, merged(), List.copyOf(alerts), List.copyOf(falseAlerts));
        }

        /** What goes on in the same state is one band. */
        private List<Band> merged() {
            List<Band> merged = new ArrayList<>();
            for (Band band : bands) {
                Band last = merged.isEmpty() ? null : merged.getLast();
                if (last != null && last.state() == band.state() && last.to() == band.from()) {
                    merged.set(merged.size() - 1, new Band(last.from(), band.to(), band.state()));
                } else {
                    merged.add(band);
                }
            }
            return List.copyOf(merged);
        }
    }

    /** The sites' cuts while a run is read. */
    private static final class Cuts {

        private final double from;
        private final double to;
        private final List<Cut> all = new ArrayList<>();
        private final Map<String, Double> power = new TreeMap<>();
        private final Map<String, Double> link = new TreeMap<>();

        Cuts(double from, double to) {
            this.from = from;
            this.to = to;
        }

        void take(Happening happening) {
            switch (happening.what()) {
                case POWER_OFF -> power.put(happening.site(), happening.at());
                case LINK_LOST -> link.put(happening.site(), happening.at());
                case POWER_ON -> end(happening.site(), power.remove(happening.site()), happening.at(), true);
                case LINK_BACK -> end(happening.site(), link.remove(happening.site()), happening.at(), false);
                default -> {}
            }
        }

        private void end(String site, @Nullable Double began, double at, boolean ofPower) {
            if (began != null && at > from && began < to) {
                all.add(new Cut(site, Math.max(began, from), Math.min(at, to), ofPower));
            }
        }

        List<Cut> all() {
            power.forEach((site, began) -> end(site, began, to, true));
            link.forEach((site, began) -> end(site, began, to, false));
            return List.copyOf(all);
        }
    }
}
