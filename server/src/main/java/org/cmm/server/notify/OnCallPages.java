package org.cmm.server.notify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Whose week it is, and who is told when nobody acknowledges. */
@Path("/on-call")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class OnCallPages {

    private final Jdbi jdbi;
    private final OnCallBoard board;
    private final OnCallForms forms;
    private final OnCallChanges changes;

    OnCallPages(Jdbi jdbi, OnCallBoard board, OnCallForms forms, OnCallChanges changes) {
        this.jdbi = jdbi;
        this.board = board;
        this.forms = forms;
        this.changes = changes;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        private Templates() {}

        static native TemplateInstance oncall(OnCallView view);

        static native TemplateInstance group(GroupView view);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("viewer")
    public TemplateInstance all() {
        return Templates.oncall(board.page(FieldFaults.NONE));
    }

    @GET
    @Path("groups/new")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance empty() {
        return Templates.group(board.form(Optional.empty()));
    }

    @POST
    @Path("groups/new")
    public Response add(@Nullable MultivaluedMap<String, String> sent) {
        return saveGroup(0, new Form(sent));
    }

    @GET
    @Path("groups/{id}")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance one(@PathParam("id") int id) {
        return Templates.group(board.form(Optional.of(known(id))));
    }

    @POST
    @Path("groups/{id}")
    public Response change(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        known(id);
        return saveGroup(id, new Form(sent));
    }

    private Response saveGroup(int id, Form form) {
        OnCallForms.GroupRead read = forms.group(form, id);
        if (read.draft().isEmpty()) {
            return Response.status(422)
                    .entity(Templates.group(forms.again(id, form, read.faults())))
                    .build();
        }
        changes.save(id, read.draft().get());
        return to(id == 0 ? "added" : "saved");
    }

    @POST
    @Path("groups/{id}/remove")
    @Consumes(MediaType.WILDCARD)
    public Response remove(@PathParam("id") int id) {
        changes.remove(known(id));
        return to("removed");
    }

    @POST
    @Path("groups/{id}/stand-ins")
    public Response standIn(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        Group group = known(id);
        OnCallForms.StandInRead read = forms.standIn(new Form(sent));
        if (read.period().isEmpty()) {
            return again(
                    List.of(new FieldFault("standIn", read.faults().getFirst().detail())));
        }
        changes.standIn(group, read.period().get());
        return to("added");
    }

    @POST
    @Path("groups/{id}/stand-ins/{standIn}/end")
    @Consumes(MediaType.WILDCARD)
    public Response endStandIn(@PathParam("id") int id, @PathParam("standIn") int standIn) {
        changes.endStandIn(known(id), standIn);
        return to("removed");
    }

    @POST
    @Path("steps")
    public Response addStep(@Nullable MultivaluedMap<String, String> sent) {
        OnCallForms.StepRead read = forms.step(new Form(sent));
        if (read.step().isEmpty()) {
            return again(read.faults());
        }
        changes.add(read.step().get());
        return to("added");
    }

    @POST
    @Path("steps/{id}/remove")
    @Consumes(MediaType.WILDCARD)
    public Response removeStep(@PathParam("id") int id) {
        changes.removeStep(id);
        return to("removed");
    }

    private Response again(List<FieldFault> faults) {
        return Response.status(422)
                .entity(Templates.oncall(board.page(FieldFaults.of(faults))))
                .build();
    }

    private Group known(int id) {
        return jdbi.withHandle(db -> Groups.find(db, id))
                .orElseThrow(() -> Problem.notFound("there is no group " + id).exception());
    }

    private static Response to(String done) {
        return Response.seeOther(URI.create("/on-call?done=" + done)).build();
    }
}
