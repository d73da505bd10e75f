package org.cmm.server.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, to be shown beside its fields. */
public record FormFaults(Map<String, String> byField) {

    public static final FormFaults NONE = new FormFaults(Map.of());

    public static FormFaults of(List<FieldFault> faults) {
        return new FormFaults(faults.stream()
                .collect(Collectors.toMap(FieldFault::field, FieldFault::detail, (first, next) -> first)));
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** The fault of this field; null when it has none. */
    public @Nullable String in(String field) {
        return byField.get(field);
    }
}
