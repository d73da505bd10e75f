package org.cmm.server.access;

import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.Problem;

/** What a page says about a form that was refused, beside the fields it is about. */
public record Faults(String general, Map<String, String> byField) {

    static Faults none() {
        return new Faults("", Map.of());
    }

    static Faults of(Problem problem) {
        Map<String, String> fields = problem.errors().stream()
                .collect(Collectors.toMap(
                        Problem.FieldFault::field, Problem.FieldFault::detail, (first, second) -> first));
        return new Faults(fields.isEmpty() ? problem.detail() : "", fields);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String at(String field) {
        return byField.getOrDefault(field, "");
    }
}
