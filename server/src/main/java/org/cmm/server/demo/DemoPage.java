package org.cmm.server.demo;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.cmm.core.demo.DemoFleet;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Spelling;

/**
 * What the page of the demo fleet shows, in one language.
 *
 * @param stage {@code none}, {@code filling}, {@code there} or {@code removing}
 * @param about what there would be, or what there is
 * @param doing what is being done
 * @param percent how far that is
 * @param left how long it will take; empty while nobody can say
 * @param working whether it will have changed in a moment
 */
record DemoPage(String stage, String about, String doing, int percent, String left, boolean working, boolean alive) {

    static DemoPage of(Optional<DemoRow> demo, DemoProgress.Seen seen, Language language, ZoneId zone) {
        DemoMessages words =
                switch (language) {
                    case ENGLISH -> MessageBundles.get(DemoMessages.class);
                    case FRENCH -> MessageBundles.get(DemoMessages.class, Localized.Literal.of("fr"));
                };
        Figures figures = Figures.of(language.locale(), zone);
        if (demo.isEmpty()) {
            return new DemoPage(
                    "none",
                    words.about(figures.count(DemoFleet.USUAL), figures.count(DemoWish.USUAL_DAYS)),
                    "",
                    0,
                    "",
                    false,
                    false);
        }
        DemoRow row = demo.get();
        return new DemoPage(
                Spelling.of(row.stage()),
                words.there(
                        figures.count(row.machines()),
                        figures.count(Math.max(1, row.history().toDays())),
                        figures.moment(row.start())),
                doing(seen.phase(), words),
                (int) Math.floor(100 * seen.ratio()),
                seen.left()
                        .map(left -> words.left(figures.duration(left.plus(Duration.ofSeconds(1)))))
                        .orElse(""),
                row.stage() != DemoRow.Stage.THERE,
                row.alive());
    }

    private static String doing(DemoProgress.Phase phase, DemoMessages words) {
        return switch (phase) {
            case WAITING -> words.waiting();
            case JOINING -> words.joining();
            case MEASURING -> words.measuring();
            case ALERTING -> words.alerting();
            case EXPLAINING -> words.explaining();
            case REMOVING -> words.removing();
        };
    }
}
