package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Care.When;
import org.cmm.core.scenario.Care.Work;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Policy.Noticing;

/** Reads policies of an experiment's file. */
final class PolicyReader {

    private static final List<String> WORDS = List.of("run-to-failure", "on-condition");
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_DATES = 366;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private PolicyReader() {}

    static Optional<Policy> policy(Fields fields) {
        String name = fields.text("name", 60);
        Noticing noticing = fields.choice("noticing", Noticing.USERS);
        Optional<Care> care = care(fields, "care");
        Map<String, Care> byPart = new HashMap<>();
        fields.object("by-part", parts -> {
            List<String> names = parts.names();
            if (names.size() > MOST_PARTS) {
                parts.fault(FaultKind.COUNT, "0", Integer.toString(MOST_PARTS), Integer.toString(names.size()));
                return Optional.empty();
            }
            names.forEach(part -> care(parts, part).ifPresent(found -> byPart.put(part, found)));
            return Optional.empty();
        });
        double month = fields.number("month-xaf", 0, WorldReader.MOST_XAF, 0);
        boolean onCondition = care.stream().anyMatch(Care.OnCondition.class::isInstance)
                || byPart.values().stream().anyMatch(Care.OnCondition.class::isInstance);
        if (onCondition && noticing == Noticing.USERS) {
            fields.faults().add(fields.path("noticing"), FaultKind.CONDITION_WATCHES);
        }
        return fields.build(() -> new Policy(name, noticing, care.orElseGet(Care.RunToFailure::new), byPart, month));
    }

    private static Optional<Care> care(Fields fields, String name) {
        Optional<JsonNode> given = fields.node(name);
        if (given.isEmpty()) {
            return Optional.of(new Care.RunToFailure());
        }
        if (given.get().isTextual()) {
            return switch (given.get().textValue()) {
                case "run-to-failure" -> Optional.of(new Care.RunToFailure());
                case "on-condition" -> Optional.of(new Care.OnCondition());
                default -> {
                    String known = String.join(", ", WORDS) + ", {\"age\": …}, {\"every\": …}, {\"dates\": […]}";
                    fields.faults().add(fields.path(name), FaultKind.NOT_ONE_OF, known, Fields.shown(given.get()));
                    yield Optional.empty();
                }
            };
        }
        return fields.object(name, PolicyReader::care);
    }

    private static Optional<Care> care(Fields fields) {
        List<String> there =
                List.of("age", "every", "dates").stream().filter(fields::has).toList();
        if (there.size() != 1) {
            fields.fault(FaultKind.ONE_SPREAD, "age, every, dates");
            return fields.build(Care.RunToFailure::new);
        }
        if (there.getFirst().equals("age")) {
            Duration age = fields.positiveTime("age");
            return fields.build(() -> new Care.ByAge(age));
        }
        Optional<? extends When> when = there.getFirst().equals("every") ? every(fields) : dates(fields);
        Optional<Work> inspect = fields.object("inspect", PolicyReader::inspect);
        return fields.build(() -> new Care.Periodic(when.orElseThrow(), inspect.orElseGet(Work.Renew::new)));
    }

    private static Optional<When> every(Fields fields) {
        Duration time = fields.time("every");
        if (time.compareTo(SHORTEST) < 0) {
            fields.faults().add(fields.path("every"), FaultKind.AT_LEAST, "1 min", TimeText.of(time));
            return Optional.empty();
        }
        return Optional.of(new When.Every(time));
    }

    private static Optional<When> dates(Fields fields) {
        List<MonthDay> days = fields.elements("dates", 1, MOST_DATES, (node, path) -> {
            try {
                return Optional.of(MonthDay.parse("--" + node.asText()));
            } catch (DateTimeException e) {
                fields.faults().add(path, FaultKind.NOT_DAY, Fields.shown(node));
                return Optional.empty();
            }
        });
        return days.isEmpty() ? Optional.empty() : Optional.of(new When.OnDates(days));
    }

    private static Optional<Work> inspect(Fields fields) {
        Law takes = fields.ending("takes", new Fixed(0));
        double finds = fields.share("finds", 1);
        return fields.build(() -> new Work.Inspect(takes, finds));
    }
}
