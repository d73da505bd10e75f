package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Settings;
import org.cmm.server.simulation.Parameters.Parameter;
import org.cmm.server.simulation.Studies.Point;
import org.cmm.server.simulation.Studies.Stored;
import org.cmm.server.simulation.StudyNumbers.OfPoint;

/** Puts the pages of studies together. */
@Singleton
class StudyBoard {

    private final Studies studies;
    private final StudyNumbers numbers;
    private final ZoneId zone;

    StudyBoard(Studies studies, StudyNumbers numbers, Settings settings) {
        this.studies = studies;
        this.numbers = numbers;
        this.zone = ZoneId.of(settings.zone());
    }

    record Choice(String path, String label, String now) {}

    record Cell(String text, boolean real, int experiment) {}

    record Line(String label, List<Cell> cells) {}

    /** A table: one line for each value of the first axis; one column for each of the second, or for each policy. */
    record Table(String title, String corner, List<String> heads, List<Line> lines) {}

    /** @param x where the bar begins, on a scale of 1000 */
    record Bar(String label, String x, String width, String low, String high, String span) {}

    record Tornado(String title, String asItIs, String middle, List<Bar> bars) {}

    record Page(
            int id,
            String name,
            String kind,
            boolean over,
            String progress,
            int done,
            int most,
            boolean removed,
            List<Table> tables,
            List<Tornado> tornados) {}

    /** What may be swept of an experiment. */
    List<Choice> choices(ExperimentFile file, Language language) {
        ObjectNode root = FileWriter.write(file);
        ExperimentWords words = ExperimentWords.of(language, zone);
        ParameterNames names = names(language);
        return Parameters.of(root).stream()
                .map(parameter -> new Choice(
                        parameter.path(),
                        label(parameter, words, names),
                        parameter.in(root).map(LineText::of).orElse("")))
                .toList();
    }

    private static ParameterNames names(Language language) {
        return new ParameterNames(MessageBundles.get(ParameterMessages.class, Localized.Literal.of(language.code())));
    }

    static String label(Parameter parameter, ExperimentWords words, ParameterNames names) {
        List<String> all = new ArrayList<>();
        parameter.within().forEach(name -> all.add(words.names().shown(name)));
        all.add(names.of(parameter.item().path()));
        return String.join(" › ", all);
    }

    boolean isEmpty(int id) {
        return studies.points(id).isEmpty();
    }

    /** Changes when the page does. */
    String digest(int id) {
        return Integer.toString(studies.points(id).stream()
                .mapToInt(point -> point.over() ? 1 : 0)
                .sum());
    }

    Page page(Stored stored, Language language) {
        ExperimentWords words = ExperimentWords.of(language, zone);
        StudyMessages messages = MessageBundles.get(StudyMessages.class, Localized.Literal.of(language.code()));
        List<Point> points = studies.points(stored.id());
        List<OfPoint> found = points.stream().map(numbers::of).toList();
        int done = (int) points.stream().filter(Point::over).count();
        StudyCards cards = new StudyCards(stored, points, found, words, messages, names(language));
        boolean sweep = stored.study().kind() == Study.Kind.SWEEP;
        return new Page(
                stored.id(),
                words.names().shown(stored.name()),
                sweep ? messages.sweep() : messages.tornado(),
                done == points.size(),
                messages.progress(words.figures().count(done), words.figures().count(points.size())),
                done,
                points.size(),
                stored.removedAt() != null,
                sweep ? cards.tables() : List.of(),
                sweep ? List.of() : cards.tornados());
    }
}
