package org.cmm.server.simulation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.simulation.StudyForm.Asked;

/** Sweeps and sensitivities for people. */
@Path("/experiments")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class StudyPages {

    private final Experiments experiments;
    private final Studies studies;
    private final StudyBoard board;
    private final Visitor visitor;

    StudyPages(Experiments experiments, Studies studies, StudyBoard board, Visitor visitor) {
        this.experiments = experiments;
        this.studies = studies;
        this.board = board;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance newStudy(
                int id, String name, List<StudyBoard.Choice> choices, StudyForm form, String fault);

        static native TemplateInstance study(StudyBoard.Page page, String digest);
    }

    @GET
    @Path("/{id}/study")
    @RolesAllowed("technician")
    public TemplateInstance ask(@PathParam("id") int id) {
        return form(known(id), new StudyForm(), "");
    }

    @POST
    @Path("/{id}/study")
    @RolesAllowed("technician")
    public Response begin(@PathParam("id") int id, @BeanParam StudyForm form) {
        StoredExperiment experiment = known(id);
        StudyMessages messages = messages();
        return switch (form.read(experiment.read())) {
            case Asked.Faulty(var fault) -> refused(experiment, form, fault.in(messages));
            case Asked.Sound(var base, var study) ->
                switch (study.points(base)) {
                    case Study.Points.Faulty(var value, var faults) -> {
                        FileFault first = faults.getFirst();
                        String words = visitor.language() == Language.FRENCH ? first.french() : first.english();
                        yield refused(experiment, form, messages.faultPoint(value, words));
                    }
                    case Study.Points.Sound(var files) -> begin(experiment, form, base, study, files);
                };
        };
    }

    private Response begin(
            StoredExperiment experiment, StudyForm form, ExperimentFile base, Study study, List<ExperimentFile> files) {
        return switch (studies.begin(base, study, files, visitor.name())) {
            case Studies.Begun.Number(int id) -> at(id);
            case Studies.Begun.TooLarge(double times) ->
                refused(experiment, form, messages().tooLarge("%.1f".formatted(times)));
            case Studies.Begun.TooMany() ->
                refused(experiment, form, messages().tooMany(Integer.toString(Studies.MOST_UNFINISHED)));
        };
    }

    @GET
    @Path("/studies/{id}")
    @RolesAllowed("viewer")
    public TemplateInstance study(@PathParam("id") int id) {
        return Templates.study(board.page(stored(id), visitor.language()), board.digest(id));
    }

    @POST
    @Path("/studies/{id}/cancel")
    @RolesAllowed("technician")
    public Response cancel(@PathParam("id") int id) {
        stored(id);
        studies.cancel(id);
        return at(id);
    }

    @POST
    @Path("/studies/{id}/remove")
    @RolesAllowed("technician")
    public Response remove(@PathParam("id") int id) {
        stored(id);
        studies.remove(id);
        return at(id);
    }

    @POST
    @Path("/studies/{id}/restore")
    @RolesAllowed("technician")
    public Response restore(@PathParam("id") int id) {
        stored(id);
        studies.restore(id);
        return at(id);
    }

    private static Response at(int id) {
        return Response.seeOther(URI.create("/experiments/studies/" + id)).build();
    }

    private Response refused(StoredExperiment experiment, StudyForm form, String fault) {
        return Response.status(422).entity(form(experiment, form, fault)).build();
    }

    private TemplateInstance form(StoredExperiment experiment, StudyForm form, String fault) {
        Language language = visitor.language();
        return Templates.newStudy(
                experiment.id(),
                PresetNames.of(language).shown(experiment.name()),
                board.choices(experiment.read(), language),
                form,
                fault);
    }

    private StudyMessages messages() {
        return MessageBundles.get(
                StudyMessages.class, Localized.Literal.of(visitor.language().code()));
    }

    private StoredExperiment known(int id) {
        return experiments.find(id).orElseThrow(() -> Problem.notFound("there is no experiment " + id)
                .exception());
    }

    private Studies.Stored stored(int id) {
        return studies.find(id)
                .orElseThrow(() -> Problem.notFound("there is no study " + id).exception());
    }
}
