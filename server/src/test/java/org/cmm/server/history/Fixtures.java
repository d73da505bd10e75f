package org.cmm.server.history;

import java.util.List;
import org.cmm.core.metric.Series;

/** Layouts and rows for tests of other packages too. */
public final class Fixtures {

    private Fixtures() {}

    /** A layout that no database gave its number. */
    public static StoredLayout layout(int id, Series... series) {
        return new StoredLayout(id, List.of(series), new int[series.length]);
    }
}
