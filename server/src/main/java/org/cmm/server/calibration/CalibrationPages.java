package org.cmm.server.calibration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.statistics.Fitting;
import org.cmm.server.access.Visitor;
import org.cmm.server.calibration.CalibrationPage.Choice;
import org.cmm.server.simulation.Starts;

/** Laws from the records, for people. */
@Path("/experiments/calibrate")
@Singleton
@RunOnVirtualThread
class CalibrationPages {

    private final Calibrations calibrations;
    private final ExperimentMaker maker;
    private final Starts starts;
    private final Visitor visitor;

    CalibrationPages(Calibrations calibrations, ExperimentMaker maker, Starts starts, Visitor visitor) {
        this.calibrations = calibrations;
        this.maker = maker;
        this.starts = starts;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "calibration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance calibration(CalibrationPage page);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance laws(@BeanParam CalibrationQuery query) {
        return Templates.calibration(page(query));
    }

    /** The editor, with an experiment that has the laws of the records. */
    @GET
    @Path("/experiment")
    @RolesAllowed("technician")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance experiment(
            @BeanParam CalibrationQuery query, @QueryParam("base") @DefaultValue("town-hall") String base) {
        return starts.editor(maker.of(base, query), visitor.language());
    }

    private CalibrationPage page(CalibrationQuery query) {
        Calibration calibration = calibrations.of(query);
        CalibrationWords words = CalibrationWords.of(visitor.language(), calibrations.zone());
        boolean some = calibration.machines() > 0;
        return new CalibrationPage(
                query,
                some ? words.span(calibration) : "",
                calibration.madeUp(),
                calibration.unexplained() == 0
                        ? ""
                        : words.messages().unexplained(words.figures().count(calibration.unexplained())),
                some ? "" : words.messages().nothingHint(words.figures().count(Fitting.LEAST_ENDED)),
                sites(query, words),
                kinds(query, words),
                some
                        ? calibration.laws().stream()
                                .map(laws -> words.card(laws, calibration.span().length()))
                                .toList()
                        : List.of(),
                calibration.isFitted(),
                starts.all(visitor.language()));
    }

    private List<Choice> sites(CalibrationQuery query, CalibrationWords words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.messages().everySite(), query.site().isEmpty()));
        calibrations.sites().forEach(site -> {
            String number = Integer.toString(site.id());
            choices.add(new Choice(
                    number,
                    site.demo() ? words.messages().madeUpSite(site.name()) : site.name(),
                    query.site().equals(number)));
        });
        return choices;
    }

    private List<Choice> kinds(CalibrationQuery query, CalibrationWords words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.messages().everyKind(), query.kind().isEmpty()));
        calibrations
                .troubles()
                .forEach(trouble -> choices.add(new Choice(
                        trouble.word(), words.name(trouble), query.kind().equals(trouble.word()))));
        return choices;
    }
}
