package org.cmm.server.simulation;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cmm.core.scenario.Scenario;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;

/** A window on a replication's timeline as a page shows it. */
final class TimelineBoard {

    static final int MACHINES = 60;
    private static final double WIDTH = 1000;
    private static final int TICKS = 7;

    private TimelineBoard() {}

    /**
     * What somebody looks at.
     *
     * @param from days since what counts began
     * @param machine the first one shown
     */
    record View(int replication, int policy, int from, int days, int machine) {}

    record Piece(String look, String x, String width) {}

    record Mark(String look, String x) {}

    record Row(String name, List<Piece> pieces, List<Mark> marks) {}

    record Choice(int value, String label, boolean chosen) {}

    /** Links are empty where nothing is there. */
    record Page(
            int id,
            String name,
            View view,
            List<Choice> policies,
            List<String> ticks,
            List<Row> rows,
            String earlier,
            String later,
            String fewer,
            String more) {}

    static Page page(StoredExperiment experiment, ExperimentFile file, View asked, Language language) {
        Scenario scenario = file.scenario();
        int length = (int) Math.max(1, Math.ceil(scenario.length().toMinutes() / 1440.0));
        int machines = scenario.machineCount();
        View view = new View(
                Math.clamp(asked.replication(), 0, ExperimentFile.MOST_REPLICATIONS),
                Math.clamp(asked.policy(), 0, scenario.policies().size() - 1),
                Math.clamp(asked.from(), 0, length - 1),
                Math.clamp(asked.days(), 1, Math.min(length, 366)),
                Math.clamp(asked.machine(), 0, machines - 1));
        Timeline timeline = Timeline.of(file, view.replication(), view.policy());
        PresetNames names = PresetNames.of(language);
        double warmUp = scenario.warmUp().toMillis() / 3.6e6;
        Window window = new Window(
                warmUp + view.from() * 24.0, Math.min(timeline.end(), warmUp + (view.from() + view.days()) * 24.0));
        List<Row> rows = new ArrayList<>();
        int last = Math.min(machines, view.machine() + MACHINES);
        for (int machine = view.machine(); machine < last; machine++) {
            rows.add(row(machine, timeline, window, names));
        }
        List<Choice> policies = new ArrayList<>();
        for (int policy = 0; policy < scenario.policies().size(); policy++) {
            policies.add(new Choice(
                    policy, names.shown(scenario.policies().get(policy).name()), policy == view.policy()));
        }
        return new Page(
                experiment.id(),
                names.shown(experiment.name()),
                view,
                policies,
                ticks(scenario.start(), window, language.locale()),
                rows,
                view.from() > 0 ? link(view, Math.max(0, view.from() - view.days()), view.machine()) : "",
                view.from() + view.days() < length ? link(view, view.from() + view.days(), view.machine()) : "",
                view.machine() > 0 ? link(view, view.from(), Math.max(0, view.machine() - MACHINES)) : "",
                last < machines ? link(view, view.from(), last) : "");
    }

    private static String link(View view, int from, int machine) {
        return "?replication=%d&policy=%d&from=%d&days=%d&machine=%d"
                .formatted(view.replication(), view.policy(), from, view.days(), machine);
    }

    private record Window(double from, double to) {
        double x(double at) {
            return WIDTH * (Math.clamp(at, from, to) - from) / (to - from);
        }
    }

    private static Row row(int machine, Timeline timeline, Window window, PresetNames names) {
        Timeline.Row row = timeline.rows().get(machine);
        List<Piece> pieces = row.story().stretches(timeline.end()).stream()
                .filter(stretch -> stretch.to() > window.from() && stretch.from() < window.to())
                .map(stretch -> piece(stretch, window))
                .toList();
        List<Mark> marks = row.story().marks().stream()
                .filter(mark -> mark.at() >= window.from() && mark.at() <= window.to())
                .map(mark -> new Mark(mark.isFalse() ? "false" : "true", Figures.coordinate(window.x(mark.at()))))
                .toList();
        return new Row("%s %d".formatted(names.shown(row.machine()), machine + 1), pieces, marks);
    }

    private static Piece piece(MachineStory.Stretch stretch, Window window) {
        double from = window.x(stretch.from());
        double width = Math.max(0.8, window.x(stretch.to()) - from);
        return new Piece(
                stretch.look().name().toLowerCase(Locale.ROOT), Figures.coordinate(from), Figures.coordinate(width));
    }

    private static List<String> ticks(LocalDateTime start, Window window, Locale locale) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(window.to() - window.from() > TICKS * 24 ? "d MMM" : "d MMM HH:mm", locale);
        List<String> ticks = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            double hours = window.from() + (window.to() - window.from()) * tick / TICKS;
            ticks.add(format.format(start.plusMinutes(Math.round(hours * 60))));
        }
        return ticks;
    }
}
