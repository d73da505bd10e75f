package org.cmm.server.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.scenario.Policy;
import org.cmm.server.platform.Spelling;
import org.cmm.server.simulation.ExperimentView.NumberView;
import org.cmm.server.simulation.Studies.Point;
import org.cmm.server.simulation.Studies.Stored;
import org.cmm.server.simulation.StudyNumbers.OfPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A study for programs.
 *
 * @param kind {@code sweep} or {@code tornado}
 * @param over whether all of its points are
 * @param done points that are over
 * @param most points that there are
 * @param axes the parameters, by their paths in the file, and the values of each
 * @param experiment the file that all points have in common; left out in lists
 * @param points what came of each; left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudyView(
        int id,
        String name,
        String author,
        Instant createdAt,
        String kind,
        boolean over,
        int done,
        int most,
        List<AxisView> axes,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable
        ObjectNode experiment,

        @Nullable List<PointView> points) {

    @Schema(name = "StudyAxisView")
    record AxisView(String path, List<String> values) {}

    /**
     * @param values one of each axis; empty where it is as in the file
     * @param experiment which runs it
     * @param done replications that there are
     * @param most replications at most
     * @param policies in the order of the file; empty while there are no replications
     */
    @Schema(name = "StudyPointView")
    record PointView(
            List<String> values, int experiment, int done, int most, boolean over, List<StudyPolicyView> policies) {}

    /**
     * @param hoursDown of a machine and year
     * @param saved hours less than under the first policy; left out for that one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StudyPolicyView")
    record StudyPolicyView(
            String name, NumberView hoursDown, @Nullable NumberView saved) {}

    static StudyView listed(Stored stored) {
        return view(stored, null, null);
    }

    /** @param found the numbers of each point */
    static StudyView of(Stored stored, List<Point> points, List<OfPoint> found) {
        List<List<String>> values = stored.study().combinations();
        List<PointView> views = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            Point point = points.get(index);
            views.add(new PointView(
                    values.get(point.number()),
                    point.experiment(),
                    point.done(),
                    point.most(),
                    point.over(),
                    policies(stored, found.get(index))));
        }
        return view(stored, FileWriter.write(stored.file()), views);
    }

    private static StudyView view(Stored stored, @Nullable ObjectNode file, @Nullable List<PointView> points) {
        return new StudyView(
                stored.id(),
                stored.name(),
                stored.author(),
                stored.createdAt(),
                Spelling.of(stored.study().kind()),
                stored.isOver(),
                stored.done(),
                stored.most(),
                stored.study().axes().stream()
                        .map(axis -> new AxisView(axis.path(), axis.values()))
                        .toList(),
                file,
                points);
    }

    private static List<StudyPolicyView> policies(Stored stored, OfPoint found) {
        List<Policy> policies = stored.file().scenario().policies();
        List<StudyPolicyView> views = new ArrayList<>();
        for (int policy = 0; policy < found.hours().size(); policy++) {
            views.add(new StudyPolicyView(
                    policies.get(policy).name(),
                    NumberView.of(found.hours().get(policy)),
                    policy == 0 ? null : NumberView.of(found.saved().get(policy))));
        }
        return views;
    }
}
