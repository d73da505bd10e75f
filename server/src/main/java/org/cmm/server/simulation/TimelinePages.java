package org.cmm.server.simulation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Semaphore;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;

/** One replication of an experiment, to be watched. It is run once more for everybody who looks. */
@Path("/experiments/{id}/timeline")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class TimelinePages {

    /** Takes a second or so. */
    private static final double MOST = 3e5;

    private static final int AT_A_TIME = 2;

    private final Experiments experiments;
    private final Visitor visitor;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    TimelinePages(Experiments experiments, Visitor visitor) {
        this.experiments = experiments;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance timeline(TimelineBoard.Page page);
    }

    @GET
    @RolesAllowed("viewer")
    public TemplateInstance timeline(
            @PathParam("id") int id,
            @QueryParam("replication") @DefaultValue("0") int replication,
            @QueryParam("policy") @DefaultValue("0") int policy,
            @QueryParam("from") @DefaultValue("0") int from,
            @QueryParam("days") @DefaultValue("28") int days,
            @QueryParam("machine") @DefaultValue("0") int machine)
            throws InterruptedException {
        StoredExperiment experiment = experiments.find(id).orElseThrow(() -> Problem.notFound(
                        "there is no experiment " + id)
                .exception());
        ExperimentFile file = experiment.read();
        if (ExperimentSize.of(file).ofReplication() > MOST) {
            String words = MessageBundles.get(
                            TimelineMessages.class,
                            Localized.Literal.of(visitor.language().code()))
                    .tooLarge();
            throw Problem.conflict("too-large", words).exception();
        }
        var view = new TimelineBoard.View(replication, policy, from, days, machine);
        turns.acquire();
        try {
            return Templates.timeline(TimelineBoard.page(experiment, file, view, visitor.language()));
        } finally {
            turns.release();
        }
    }
}
