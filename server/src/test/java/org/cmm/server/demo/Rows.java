package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How many rows every table has, whichever tables there are; partitions count in the table that they are part of. */
@Singleton
class Rows {

    private final Jdbi jdbi;

    Rows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long count(String sql) {
        return jdbi.withHandle(db -> db.createQuery(sql).mapTo(Long.class).one());
    }

    Map<String, Long> now() {
        return jdbi.inTransaction(db -> {
            Map<String, Long> rows = new TreeMap<>();
            tables(db)
                    .forEach(table -> rows.put(
                            table,
                            db.createQuery("SELECT count(*) FROM \"%s\"".formatted(table))
                                    .mapTo(Long.class)
                                    .one()));
            return rows;
        });
    }

    private static List<String> tables(Handle db) {
        return db.createQuery("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                        """).mapTo(String.class).list();
    }
}
