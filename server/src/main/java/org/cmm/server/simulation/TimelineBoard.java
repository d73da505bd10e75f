package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Scenario.Place;
import org.cmm.core.simulation.Fidelity;
import org.cmm.core.simulation.Timeline;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Spelling;

/** Draws what machines went through: one lane each, a picture for each policy. */
final class TimelineBoard {

    static final int WIDTH = 1000;
    static final int LANE = 14;
    private static final int MOST_LANES = 60;
    private static final double MOST_MACHINE_HOURS = 50_000 * 8_766.0;

    /** Some seconds, when each machine's samples are judged one by one. */
    private static final double MOST_SAMPLES = 1e7;

    private static final int TICKS = 7;

    /** What is shorter could not be seen. */
    private static final double LEAST = 1.2;

    private static final DateTimeFormatter TICK = DateTimeFormatter.ofPattern("d MMM");

    private final ExperimentFile file;
    private final TimelineWish wish;
    private final TimelineMessages messages;
    private final PresetNames names;
    private final ExperimentWords words;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter tickDates;

    TimelineBoard(ExperimentFile file, TimelineWish wish, Language language, ExperimentWords words) {
        this.file = file;
        this.wish = wish;
        this.words = words;
        names = words.names();
        messages = MessageBundles.get(TimelineMessages.class, Localized.Literal.of(language.code()));
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
        tickDates = TICK.withLocale(language.locale());
    }

    record Choice(String value, String label, boolean chosen) {}

    record Shape(String kind, String x, String width, String title) {}

    record Lane(String name, int y, List<Shape> shapes) {}

    record Tick(String x, String label) {}

    record Film(String policy, String sum, int height, List<Shape> cuts, List<Lane> lanes) {}

    record Page(
            String stretch,
            String earlier,
            String later,
            int replication,
            int replications,
            int day,
            List<Choice> sites,
            List<Choice> lengths,
            List<Choice> policies,
            List<Tick> ticks,
            List<Film> films,
            List<Choice> speeds,
            String begins,
            int hours,
            String note) {}

    Page page(int replications) {
        Place place = file.scenario().places().get(wish.site());
        boolean near = isNear();
        List<Film> films = near
                ? wish.policies().stream().map(policy -> film(policy, place)).toList()
                : List.of();
        String note = !near
                ? messages.tooFar()
                : place.machines() > MOST_LANES ? messages.first(words.figures().count(MOST_LANES)) : "";
        LocalDateTime begins = file.scenario().start().plusHours((long) wish.from());
        return new Page(
                messages.stretch(
                        dates.format(begins.toLocalDate()),
                        dates.format(begins.plusDays(wish.days()).toLocalDate())),
                wish.day() == 0 ? "" : wish.at(wish.day() - wish.days()).query(),
                isLast() ? "" : wish.at(wish.day() + wish.days()).query(),
                wish.replication() + 1,
                replications,
                wish.day(),
                siteChoices(),
                lengths(),
                policyChoices(),
                ticks(begins.toLocalDate()),
                films,
                speeds(),
                begins.toString(),
                wish.days() * 24,
                note);
    }

    private boolean isNear() {
        double machineHours = file.scenario().machineCount() * wish.to();
        double samples =
                machineHours * 3.6e6 / file.scenario().monitoring().sampling().toMillis();
        return machineHours <= MOST_MACHINE_HOURS && (file.fidelity() == Fidelity.DELAYS || samples <= MOST_SAMPLES);
    }

    private boolean isLast() {
        Scenario scenario = file.scenario();
        return wish.day() + wish.days()
                >= scenario.warmUp().plus(scenario.length()).toDays();
    }

    private Film film(int policy, Place place) {
        Timeline timeline = file.experiment().timeline(wish.replication(), policy, wish.from(), wish.to());
        List<Lane> lanes = new ArrayList<>();
        double down = 0;
        int alerts = 0;
        int shown = Math.min(MOST_LANES, place.machines());
        for (int index = 0; index < shown; index++) {
            Timeline.Lane lane = timeline.machines().get(place.firstMachine() + index);
            lanes.add(new Lane(Integer.toString(index + 1), index * LANE, lane == null ? List.of() : shapes(lane)));
            if (lane != null) {
                alerts += lane.alerts().size() + lane.falseAlerts().size();
                down += lane.bands().stream()
                        .filter(band -> band.state() != Timeline.State.DEGRADED)
                        .mapToDouble(band -> band.to() - band.from())
                        .sum();
            }
        }
        List<Shape> cuts = timeline.cuts().stream()
                .filter(cut -> cut.site().equals(place.site()))
                .map(cut -> shape(
                        cut.ofPower() ? "power" : "link",
                        cut.from(),
                        cut.to(),
                        cut.ofPower() ? messages.power() : messages.link()))
                .toList();
        return new Film(
                names.shown(file.scenario().policies().get(policy).name()),
                messages.sum(words.hours(down), words.figures().count(alerts)),
                shown * LANE,
                cuts,
                lanes);
    }

    private List<Shape> shapes(Timeline.Lane lane) {
        List<Shape> shapes = new ArrayList<>();
        for (Timeline.Band band : lane.bands()) {
            shapes.add(shape(Spelling.of(band.state()), band.from(), band.to(), title(band.state())));
        }
        lane.alerts().forEach(at -> shapes.add(shape("alert", at, at, messages.alert())));
        lane.falseAlerts().forEach(at -> shapes.add(shape("false-alert", at, at, messages.falseAlert())));
        return shapes;
    }

    private Shape shape(String kind, double from, double to, String name) {
        double begin = (from - wish.from()) / (wish.to() - wish.from()) * WIDTH;
        double width = Math.max(LEAST, (to - from) / (wish.to() - wish.from()) * WIDTH);
        LocalDateTime at = file.scenario().start().plusMinutes(Math.round(from * 60));
        String title = "%s, %s %02d:%02d".formatted(name, dates.format(at), at.getHour(), at.getMinute());
        return new Shape(
                kind,
                Figures.coordinate(begin),
                Figures.coordinate(width),
                to > from ? title + ", " + words.time(to - from) : title);
    }

    private String title(Timeline.State state) {
        return switch (state) {
            case DEGRADED -> messages.degraded();
            case UNNOTICED -> messages.unnoticed();
            case WAITING -> messages.waiting();
            case IN_REPAIR -> messages.repair();
            case PLANNED -> messages.planned();
        };
    }

    private List<Choice> siteChoices() {
        List<Choice> choices = new ArrayList<>();
        List<Place> places = file.scenario().places();
        for (int site = 0; site < places.size(); site++) {
            choices.add(new Choice(
                    Integer.toString(site), names.shown(places.get(site).site()), site == wish.site()));
        }
        return choices;
    }

    private List<Choice> policyChoices() {
        List<Choice> choices = new ArrayList<>();
        for (int policy = 0; policy < file.scenario().policies().size(); policy++) {
            choices.add(new Choice(
                    Integer.toString(policy),
                    names.shown(file.scenario().policies().get(policy).name()),
                    wish.policies().contains(policy)));
        }
        return choices;
    }

    private List<Choice> lengths() {
        return TimelineWish.LENGTHS.stream()
                .map(days -> new Choice(Integer.toString(days), words.time(days * 24.0), days == wish.days()))
                .toList();
    }

    private List<Choice> speeds() {
        int usual = Math.max(1, wish.days() * 24 / 60);
        return List.of(usual / 3, usual, usual * 3).stream()
                .filter(hours -> hours > 0)
                .map(hours -> new Choice(
                        Integer.toString(hours),
                        messages.perSecond(words.figures().count(hours)),
                        hours == usual))
                .toList();
    }

    private List<Tick> ticks(LocalDate begins) {
        List<Tick> ticks = new ArrayList<>();
        int parts = Math.min(TICKS, Math.max(1, wish.days()));
        for (int tick = 0; tick < parts; tick++) {
            int day = wish.days() * tick / parts;
            ticks.add(new Tick(
                    Figures.coordinate((double) day / wish.days() * WIDTH), tickDates.format(begins.plusDays(day))));
        }
        return ticks;
    }
}
