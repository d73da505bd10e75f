package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cmm.core.metric.Series;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes whole servers out of history while samples of others come in: a partition at a time, and one that nobody else
 * has a row in is dropped as a table, which takes milliseconds where deleting takes seconds.
 */
@Singleton
public class Clearing {

    private static final Logger LOG = Logger.getLogger(Clearing.class);
    private static final long PATIENCE_SECONDS = 20;

    private final Jdbi jdbi;
    private final SampleWriter writer;
    private final Layouts layouts;
    private final HistoryTables tables;
    private final Rollups rollups;

    Clearing(Jdbi jdbi, SampleWriter writer, Layouts layouts, HistoryTables tables, Rollups rollups) {
        this.tables = tables;
        this.rollups = rollups;
        this.jdbi = jdbi;
        this.writer = writer;
        this.layouts = layouts;
    }

    /** A layout as agents announce it. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Announced(List<Series> series, int[] decimals) {}

    /**
     * Deletes every sample of these servers, which deliver no more.
     *
     * @param dayDone is told after each day
     */
    public void clear(Set<Integer> servers, Runnable dayDone) throws InterruptedException {
        awaitWriter();
        rollups.forget(servers);
        Integer[] ids = servers.toArray(Integer[]::new);
        for (String table : tables()) {
            clear(table, ids);
            dayDone.run();
        }
    }

    /** How many tables {@link #clear} visits. */
    public int days() {
        return tables().size();
    }

    /** Drops layouts that only servers had that are gone; an agent that has one after all announces it again. */
    public void drop(Collection<Announced> announced) {
        announced.forEach(one -> layouts.drop(one.series(), one.decimals()));
    }

    private void awaitWriter() throws InterruptedException {
        try {
            writer.settled().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("samples on their way do not reach the database", e);
        }
    }

    private List<String> tables() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
                        JOIN pg_class parent ON parent.oid = inhparent
                        WHERE parent.relkind = 'p' AND parent.relname ~ '^(sample|rollup_)' ORDER BY child.relname
                        """).mapTo(String.class).list());
    }

    private void clear(String table, Integer[] ids) {
        try {
            if (!hasOthers(table, ids) && dropped(table, ids)) {
                return;
            }
        } catch (JdbiException e) {
            LOG.debugf(e, "%s is emptied instead", table);
        }
        jdbi.useHandle(db -> db.execute("DELETE FROM %s WHERE server_id = ANY (?)".formatted(table), (Object) ids));
    }

    private boolean hasOthers(String table, Integer[] ids) {
        return jdbi.withHandle(db -> hasOthers(db, table, ids));
    }

    private static boolean hasOthers(Handle db, String table, Integer[] ids) {
        return db.createQuery("SELECT EXISTS (SELECT FROM %s WHERE server_id <> ALL (:ids))".formatted(table))
                .bindArray("ids", Integer.class, List.of(ids))
                .mapTo(Boolean.class)
                .one();
    }

    /** Whoever stores a row of that day at this moment fails, and stores it again where its table is made anew. */
    private boolean dropped(String table, Integer[] ids) {
        try {
            return jdbi.inTransaction(db -> {
                db.execute("SET LOCAL lock_timeout = '2s'");
                db.execute("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(table));
                if (hasOthers(db, table, ids)) {
                    return false;
                }
                db.execute("DROP TABLE " + table);
                return true;
            });
        } finally {
            tables.all().forEach(each -> {
                each.rows().forgetAll();
                each.blocks().forgetAll();
            });
        }
    }
}
