package org.cmm.server.simulation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Settings;

/** Experiments side by side: what came of each, and which parameters differ. */
@Path("/experiments/compare")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ComparePages {

    private static final int MOST = 6;
    private static final int MOST_DIFFERENCES = 100;

    private final Experiments experiments;
    private final FoundResults results;
    private final Visitor visitor;
    private final ZoneId zone;

    ComparePages(Experiments experiments, FoundResults results, Visitor visitor, Settings settings) {
        this.experiments = experiments;
        this.results = results;
        this.visitor = visitor;
        this.zone = ZoneId.of(settings.zone());
    }

    record Column(int id, String name, List<ResultCards.Row> rows) {}

    /** @param values one for each experiment; empty where it has no such parameter */
    record Differing(String path, List<String> values) {}

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance compare(List<Column> columns, List<Differing> differing);
    }

    @GET
    @RolesAllowed("viewer")
    public TemplateInstance compare(@QueryParam("id") List<Integer> ids) {
        List<StoredExperiment> chosen = ids.stream()
                .distinct()
                .limit(MOST)
                .flatMap(id -> experiments.find(id).stream())
                .toList();
        ExperimentWords words = ExperimentWords.of(visitor.language(), zone);
        List<Column> columns =
                chosen.stream().map(experiment -> column(experiment, words)).toList();
        return Templates.compare(columns, differing(chosen));
    }

    private Column column(StoredExperiment experiment, ExperimentWords words) {
        List<ResultCards.Row> rows = results.of(experiment)
                .map(found -> new ResultCards(found, words).result().rows())
                .orElse(List.of());
        return new Column(experiment.id(), words.names().shown(experiment.name()), rows);
    }

    private static List<Differing> differing(List<StoredExperiment> chosen) {
        List<Map<String, String>> all = chosen.stream()
                .map(experiment -> Leaves.of(FileWriter.write(experiment.read())))
                .toList();
        Set<String> paths = new TreeSet<>();
        all.forEach(leaves -> paths.addAll(leaves.keySet()));
        List<Differing> differing = new ArrayList<>();
        for (String path : paths) {
            List<String> values = all.stream()
                    .map(leaves -> Optional.ofNullable(leaves.get(path)).orElse(""))
                    .toList();
            if (differing.size() < MOST_DIFFERENCES
                    && values.stream().distinct().count() > 1) {
                differing.add(new Differing(path, values));
            }
        }
        return differing;
    }
}
