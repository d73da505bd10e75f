package org.cmm.server.notify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, to be shown beside its fields. */
record FieldFaults(Map<String, String> byField) {

    static final FieldFaults NONE = new FieldFaults(Map.of());

    FieldFaults {
        byField = Map.copyOf(byField);
    }

    static FieldFaults of(List<FieldFault> faults) {
        return new FieldFaults(
                faults.stream().collect(Collectors.toMap(FieldFault::field, FieldFault::detail, (first, _) -> first)));
    }

    /** The fault of this field; null when it has none. */
    public @Nullable String in(String field) {
        return byField.get(field);
    }
}
