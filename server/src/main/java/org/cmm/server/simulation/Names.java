package org.cmm.server.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Names that must be unique in a list. */
final class Names {

    private Names() {}

    static <T> void requireDistinct(Fields fields, String list, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < all.size(); index++) {
            if (!seen.add(name.apply(all.get(index)))) {
                String path = "%s[%d].name".formatted(fields.path(list), index);
                fields.faults().add(path, FaultKind.TWICE, name.apply(all.get(index)));
            }
        }
    }
}
