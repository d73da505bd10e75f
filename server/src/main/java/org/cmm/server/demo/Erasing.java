package org.cmm.server.demo;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.MadeUp;
import org.cmm.server.fleet.Traces;
import org.cmm.server.history.Clearing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets every feature let go of servers and sites that never existed. */
@Singleton
class Erasing {

    private final Jdbi jdbi;
    private final MadeUp madeUp;
    private final Clearing clearing;
    private final List<Traces> traces;

    Erasing(Jdbi jdbi, MadeUp madeUp, Clearing clearing, Instance<Traces> traces) {
        this.jdbi = jdbi;
        this.madeUp = madeUp;
        this.clearing = clearing;
        this.traces = traces.stream().sorted(Comparator.comparing(Traces::turn)).toList();
    }

    /** More to be done in the transaction that erases. */
    interface Also {
        void act(Handle db);
    }

    /**
     * Goes on where a kill interrupted it.
     *
     * @param dayDone is told as often as {@link #days} says
     */
    void erase(Gone gone, Runnable dayDone, Also also) throws InterruptedException {
        if (!gone.servers().isEmpty()) {
            madeUp.revoke(gone);
            forget(gone);
            clearing.clear(gone.servers(), dayDone);
        }
        forget(gone);
        jdbi.useTransaction(db -> {
            traces.forEach(one -> one.erase(db, gone));
            also.act(db);
        });
        forget(gone);
    }

    int days() {
        return clearing.days();
    }

    /** What is in memory about them is read from the database again. */
    void forget(Gone gone) {
        traces.forEach(one -> one.forget(gone));
    }
}
