package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.core.scenario.Scenario;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.Spelling;
import org.cmm.server.simulation.ResultCards.Result;
import org.jspecify.annotations.Nullable;

/** Puts the pages of experiments together. */
@Singleton
class ExperimentBoard {

    private static final int A_PAGE = 20;
    private static final int A_PAGE_OF_STUDIES = 20;

    private final Experiments experiments;
    private final FoundResults results;
    private final Studies studies;
    private final InstantSource clock;
    private final ZoneId zone;

    ExperimentBoard(
            Experiments experiments, FoundResults results, Studies studies, InstantSource clock, Settings settings) {
        this.experiments = experiments;
        this.results = results;
        this.studies = studies;
        this.clock = clock;
        this.zone = ZoneId.of(settings.zone());
    }

    /** @param look names shape and colour of the state */
    record Row(
            int id,
            String name,
            String look,
            String state,
            String progress,
            int done,
            int most,
            boolean over,
            String author,
            String when) {}

    record Start(String preset, String name, String about) {}

    record StudyRow(int id, String name, String kind, String author, String when, String progress, boolean over) {}

    /**
     * @param count how many there are on all pages
     * @param older address of the next page; empty on the last
     * @param newest address of the first page; empty on the first
     */
    record Pager(String count, String older, String newest) {}

    record ListPage(
            List<Row> rows, Pager pager, List<StudyRow> studies, Pager studyPager, List<Start> starts, String digest) {}

    record Fact(String label, String value) {}

    record Page(Row row, boolean removed, boolean failed, List<Result> results, List<Fact> facts, String digest) {}

    /** @param studiesFrom where the list of studies goes on */
    ListPage list(@Nullable Cursor from, @Nullable Cursor studiesFrom, Language language) {
        ExperimentWords words = ExperimentWords.of(language, zone);
        ExperimentTable.Summary all = experiments.summary();
        List<Row> rows = experiments.list(Cursor.before(from), A_PAGE + 1).stream()
                .map(experiment -> row(experiment, words))
                .toList();
        StudyMessages messages = MessageBundles.get(StudyMessages.class, Localized.Literal.of(language.code()));
        List<StudyRow> found = studies.list(Cursor.before(studiesFrom), A_PAGE_OF_STUDIES + 1).stream()
                .map(study -> row(study, words, messages))
                .toList();
        List<Start> starts = Presets.NAMES.stream()
                .map(preset -> new Start(
                        preset, words.names().shown(preset), words.names().about(preset)))
                .toList();
        return new ListPage(
                first(rows, A_PAGE),
                new Pager(
                        words.messages().count(words.figures().count(all.count())),
                        rows.size() > A_PAGE
                                ? after("cursor", rows.get(A_PAGE - 1).id())
                                : "",
                        from == null ? "" : "/experiments"),
                first(found, A_PAGE_OF_STUDIES),
                new Pager(
                        messages.count(words.figures().count(studies.count())),
                        found.size() > A_PAGE_OF_STUDIES
                                ? after(
                                        "studies",
                                        found.get(A_PAGE_OF_STUDIES - 1).id())
                                : "",
                        studiesFrom == null ? "" : "/experiments"),
                starts,
                all.digest());
    }

    private static <T> List<T> first(List<T> found, int most) {
        return found.subList(0, Math.min(most, found.size()));
    }

    private static String after(String list, int id) {
        return "/experiments?%s=%s".formatted(list, Cursor.at(id));
    }

    private StudyRow row(Studies.Stored study, ExperimentWords words, StudyMessages messages) {
        return new StudyRow(
                study.id(),
                words.names().shown(study.name()),
                study.study().kind() == Study.Kind.SWEEP ? messages.sweep() : messages.tornado(),
                study.author(),
                words.figures().since(study.createdAt(), clock.instant()),
                messages.progress(
                        words.figures().count(study.done()), words.figures().count(study.most())),
                study.isOver());
    }

    /** Changes when the list does. */
    String digest() {
        return experiments.summary().digest();
    }

    Page page(StoredExperiment experiment, Language language) {
        ExperimentWords words = ExperimentWords.of(language, zone);
        List<Result> found = results.of(experiment).stream()
                .map(known -> new ResultCards(known, words).result())
                .toList();
        return new Page(
                row(experiment, words),
                experiment.removedAt() != null,
                experiment.state() == StoredExperiment.State.FAILED,
                found,
                facts(experiment, words),
                digest(experiment));
    }

    /** Changes when the page does. */
    static String digest(StoredExperiment experiment) {
        return Spelling.of(experiment.state()) + experiment.done();
    }

    private Row row(StoredExperiment experiment, ExperimentWords words) {
        Instant now = clock.instant();
        return new Row(
                experiment.id(),
                words.names().shown(experiment.name()),
                ExperimentWords.look(experiment.state()),
                words.state(experiment.state()),
                words.progress(experiment, elapsed(experiment, now)),
                experiment.done(),
                experiment.most(),
                experiment.isOver(),
                experiment.author(),
                words.figures().since(experiment.createdAt(), now));
    }

    private static Duration elapsed(StoredExperiment experiment, Instant now) {
        return Optional.ofNullable(experiment.begunAt())
                .map(begun -> Duration.between(
                        begun, Optional.ofNullable(experiment.endedAt()).orElse(now)))
                .orElse(Duration.ZERO);
    }

    private static List<Fact> facts(StoredExperiment experiment, ExperimentWords words) {
        ExperimentMessages messages = words.messages();
        ExperimentFile file = experiment.read();
        Scenario scenario = file.scenario();
        String simulated = messages.machines(words.figures().count(scenario.machineCount())) + " × "
                + words.figures().duration(scenario.length());
        return List.of(
                new Fact(messages.simulated(), simulated),
                new Fact(messages.seed(), Long.toString(file.seed())),
                new Fact(messages.version(), experiment.version()),
                new Fact(messages.fingerprint(), experiment.fingerprint()));
    }
}
