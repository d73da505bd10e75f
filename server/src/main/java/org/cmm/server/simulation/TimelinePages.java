package org.cmm.server.simulation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** What an experiment's machines went through, to be looked at and played. */
@Path("/experiments/{id}/timeline")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class TimelinePages {

    /** Runs are made again for each page, which keeps a processor busy; others wait meanwhile. */
    private final Semaphore making = new Semaphore(2, true);

    private final Experiments experiments;
    private final Visitor visitor;
    private final ZoneId zone;

    TimelinePages(Experiments experiments, Visitor visitor, Settings settings) {
        this.experiments = experiments;
        this.visitor = visitor;
        zone = ZoneId.of(settings.zone());
    }

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance timeline(int id, String name, TimelineBoard.Page page);
    }

    @GET
    @RolesAllowed("viewer")
    public TemplateInstance timeline(
            @PathParam("id") int id,
            @QueryParam("replication") @Nullable String replication,
            @QueryParam("policy") List<String> policies,
            @QueryParam("site") @Nullable String site,
            @QueryParam("day") @Nullable String day,
            @QueryParam("days") @Nullable String days) {
        StoredExperiment experiment = experiments
                .find(id)
                .filter(found -> found.removedAt() == null)
                .orElseThrow(
                        () -> Problem.notFound("there is no experiment " + id).exception());
        ExperimentFile file = experiment.read();
        TimelineWish wish = TimelineWish.of(
                replication, policies, site, day, days, Math.max(1, experiment.done()), file.scenario());
        Language language = visitor.language();
        ExperimentWords words = ExperimentWords.of(language, zone);
        making.acquireUninterruptibly();
        try {
            TimelineBoard board = new TimelineBoard(file, wish, language, words);
            TimelineBoard.Page page = board.page(Math.max(1, experiment.done()));
            return Templates.timeline(id, words.names().shown(experiment.name()), page);
        } finally {
            making.release();
        }
    }
}
