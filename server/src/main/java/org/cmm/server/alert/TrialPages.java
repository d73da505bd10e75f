package org.cmm.server.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;

/** Rules tried on what was measured, before they are saved, for people. */
@Path("/rules/trials")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class TrialPages {

    private final TrialForms forms;
    private final TrialJobs jobs;
    private final Visitor visitor;

    TrialPages(TrialForms forms, TrialJobs jobs, Visitor visitor) {
        this.forms = forms;
        this.jobs = jobs;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trial(TrialPage page);
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("scope") @DefaultValue("fleet") String scope,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("metric") @DefaultValue("") String metric,
            MultivaluedMap<String, String> fields)
            throws InterruptedException {
        TrialForms.Address address = new TrialForms.Address(id, scope, what, metric);
        return switch (forms.read(address, fields)) {
            case TrialForms.Outcome.Read(var asked, var trial) ->
                at(jobs.start(visitor.name(), asked, trial).key());
            case TrialForms.Outcome.Refused(var page) ->
                Response.status(422).entity(Templates.trial(page)).build();
        };
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("admin")
    public TemplateInstance trial(
            @PathParam("id") String key, @QueryParam("take") @DefaultValue("false") boolean take) {
        return Templates.trial(forms.page(known(key), take));
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed("admin")
    public Response stop(@PathParam("id") String key) throws InterruptedException {
        TrialJob job = known(key);
        job.progress().stop();
        job.await(TrialJobs.SHORT);
        return at(key);
    }

    private TrialJob known(String key) {
        return jobs.find(key, visitor.name())
                .orElseThrow(() -> Problem.notFound("this trial is over and forgotten; start it again from the rule")
                        .exception());
    }

    private static Response at(String key) {
        return Response.seeOther(URI.create("/rules/trials/" + key)).build();
    }
}
