package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.cmm.server.simulation.Experiments.Begun;

/** New experiments as files, and presets that are run as they are, for people. */
@Path("/experiments")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class NewExperimentPages {

    private final Experiments experiments;
    private final Visitor visitor;
    private final ZoneId zone;

    NewExperimentPages(Experiments experiments, Visitor visitor, Settings settings) {
        this.experiments = experiments;
        this.visitor = visitor;
        this.zone = ZoneId.of(settings.zone());
    }

    /** Something to mend, with where it is. */
    record Wrong(String path, String words) {}

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance file(String text, List<Wrong> wrong);

        static native TemplateInstance editor(EditorBoard.Page page, boolean sound);
    }

    @GET
    @Path("/new")
    @RolesAllowed("technician")
    public TemplateInstance editor(
            @QueryParam("preset") @DefaultValue("") String preset, @QueryParam("from") @DefaultValue("0") int from) {
        ExperimentFile file = Presets.find(preset)
                .or(() -> experiments.find(from).map(StoredExperiment::read))
                .orElseThrow(() -> Problem.notFound("there is no experiment or preset to start from")
                        .exception());
        return editor(FileWriter.write(file), List.of(), false);
    }

    /** What the button says: run it, check it, show it as a file, add something, or remove something. */
    @POST
    @Path("/new")
    @RolesAllowed("technician")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edited(MultivaluedMap<String, String> form) {
        ObjectNode root = EditorTree.of(form, PresetNames.of(visitor.language()));
        String action = Optional.ofNullable(form.getFirst("action")).orElse("run");
        if (action.startsWith("add:") || action.startsWith("remove:")) {
            if (action.startsWith("add:")) {
                EditorChange.add(root, action.substring("add:".length()));
            } else {
                EditorChange.remove(root, action.substring("remove:".length()));
            }
            return Response.ok(editor(root, List.of(), false)).build();
        }
        return switch (FileReader.read(root, new Faults())) {
            case Read.Faulty(var faults) ->
                Response.status(422).entity(editor(root, faults, false)).build();
            case Read.Sound(var file) -> sound(action, file, root);
        };
    }

    private Response sound(String action, ExperimentFile file, ObjectNode root) {
        return switch (action) {
            case "check" -> Response.ok(editor(root, List.of(), true)).build();
            case "file" -> Response.ok(Templates.file(file.write(), List.of())).build();
            default ->
                run(file, wrong -> Response.status(422)
                        .entity(Templates.editor(refused(root, wrong), false))
                        .build());
        };
    }

    private TemplateInstance editor(ObjectNode root, List<FileFault> faults, boolean sound) {
        return Templates.editor(EditorBoard.page(root, faults, visitor.language()), sound);
    }

    private EditorBoard.Page refused(ObjectNode root, List<Wrong> wrong) {
        EditorBoard.Page page = EditorBoard.page(root, List.of(), visitor.language());
        return new EditorBoard.Page(page.sections(), page.rules(), wrong, true);
    }

    @GET
    @Path("/new-file")
    @RolesAllowed("technician")
    public TemplateInstance blank(
            @QueryParam("preset") @DefaultValue("") String preset, @QueryParam("from") @DefaultValue("0") int from) {
        String text = Presets.find(preset)
                .map(ExperimentFile::write)
                .or(() -> experiments.find(from).map(StoredExperiment::file))
                .orElse("");
        return Templates.file(text, List.of());
    }

    @POST
    @Path("/new-file")
    @RolesAllowed("technician")
    public Response run(@FormParam("file") @DefaultValue("") String text) {
        return switch (ExperimentFile.read(text)) {
            case Read.Sound(var file) ->
                run(file, wrong -> Response.status(422)
                        .entity(Templates.file(text, wrong))
                        .build());
            case Read.Faulty(var faults) ->
                Response.status(422)
                        .entity(Templates.file(
                                text, faults.stream().map(this::wrong).toList()))
                        .build();
        };
    }

    @POST
    @Path("/presets/{code}")
    @RolesAllowed("technician")
    public Response preset(@PathParam("code") String preset) {
        ExperimentFile file = Presets.find(preset)
                .orElseThrow(() -> Problem.notFound("there is no preset '%.40s'".formatted(preset))
                        .exception());
        return run(file, wrong -> Response.status(422)
                .entity(Templates.file(file.write(), wrong))
                .build());
    }

    private interface Refusal {
        Response answer(List<Wrong> wrong);
    }

    private Response run(ExperimentFile file, Refusal refusal) {
        Begun begun = experiments.begin(file, visitor.name());
        if (begun instanceof Begun.Number(int id)) {
            return Response.seeOther(URI.create("/experiments/" + id)).build();
        }
        return refusal.answer(List.of(new Wrong("", refused(begun).orElse(""))));
    }

    private Optional<String> refused(Begun begun) {
        ExperimentWords words = ExperimentWords.of(visitor.language(), zone);
        return switch (begun) {
            case Begun.TooLarge(double times) ->
                Optional.of(words.messages().tooLarge(words.figures().number(times, 1)));
            case Begun.TooMany() ->
                Optional.of(words.messages().tooMany(words.figures().count(Experiments.MOST_UNFINISHED)));
            case Begun.Number _ -> Optional.empty();
        };
    }

    private Wrong wrong(FileFault fault) {
        return new Wrong(fault.path(), visitor.language() == Language.FRENCH ? fault.french() : fault.english());
    }
}
